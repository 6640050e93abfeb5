package dev.easel.local;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Asks for open work as the functions do, through the adapters and under the names of the
/// template: an index that the template calls otherwise is noticed when the stack starts, not when
/// it is needed.
final class OpenWork {

    static final List<Check> CHECKS =
            List.of(
                    new Check("open generations can be found", OpenWork::findGenerations),
                    new Check("open evaluations can be found", OpenWork::findEvaluations));

    private OpenWork() {}

    private static void findGenerations(Stack stack) {
        inEveryTable(
                stack,
                "GENERATIONS_TABLE",
                (aws, table) -> {
                    try (var dynamo = aws.dynamo()) {
                        new DynamoGenerations(dynamo, table).overdue(Instant.EPOCH, 1);
                    }
                });
    }

    private static void findEvaluations(Stack stack) {
        inEveryTable(
                stack,
                "EVALUATIONS_TABLE",
                (aws, table) -> {
                    try (var dynamo = aws.dynamo()) {
                        new DynamoEvaluations(dynamo, table).overdue(Instant.EPOCH, 1);
                    }
                });
    }

    /// Asks in the tables that the functions are given under this name; a template without such a
    /// function has none.
    private static void inEveryTable(Stack stack, String variable, BiConsumer<Aws, String> query) {
        stack.template().functions().stream()
                .map(function -> stack.environment(function.id()))
                .filter(env -> env.containsKey(variable))
                .collect(
                        Collectors.toMap(
                                env -> env.getOrDefault(variable, ""), env -> env, (one, _) -> one))
                .forEach((table, env) -> query.accept(new Aws(env), table));
    }
}
