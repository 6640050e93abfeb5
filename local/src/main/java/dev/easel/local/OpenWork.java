package dev.easel.local;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Asks for open work as the functions do, through the adapters and under the names of the template:
/// an index that the template calls otherwise is noticed when the stack starts, not when it is needed.
final class OpenWork {

    /// The function whose environment names both tables.
    private static final String FUNCTION = "WorkerFunction";

    static final List<Check> CHECKS =
            List.of(
                    new Check("open generations can be found", OpenWork::findGenerations),
                    new Check("open evaluations can be found", OpenWork::findEvaluations));

    private OpenWork() {}

    private static void findGenerations(Stack stack) {
        var env = stack.environment(FUNCTION);
        try (var dynamo = new Aws(env).dynamo()) {
            new DynamoGenerations(dynamo, name(env, "GENERATIONS_TABLE")).overdue(Instant.EPOCH, 1);
        }
    }

    private static void findEvaluations(Stack stack) {
        var env = stack.environment(FUNCTION);
        try (var dynamo = new Aws(env).dynamo()) {
            new DynamoEvaluations(dynamo, name(env, "EVALUATIONS_TABLE")).overdue(Instant.EPOCH, 1);
        }
    }

    private static String name(Map<String, String> env, String variable) {
        var name = env.get(variable);
        if (name == null) {
            throw new IllegalStateException(FUNCTION + " has no variable " + variable);
        }
        return name;
    }
}
