package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.SqsEvaluationSteps;
import dev.easel.aws.SqsSteps;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;

import java.time.Clock;
import java.util.Map;

/// Looks every minute for what is overdue.
public final class SweeperHandler implements RequestHandler<ScheduledEvent, Map<String, Integer>> {

    private final ScheduleDoor<Sweeper.Swept> door;

    /// For Lambda.
    public SweeperHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public SweeperHandler(Map<String, String> env) {
        var settings = SweeperSettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var sqs = aws.sqs();
        var log = new Log("sweeper", clock);
        var sweeper =
                new Sweeper(
                        new DynamoGenerations(dynamo, settings.generationsTable()),
                        new SqsSteps(sqs, settings.stepsQueueUrl()),
                        new DynamoEvaluations(dynamo, settings.evaluationsTable()),
                        new SqsEvaluationSteps(sqs, settings.evaluationsQueueUrl()),
                        clock,
                        log);
        door = new ScheduleDoor<>(log, sweeper::sweep);
    }

    @Override
    public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
        var swept = door.handle(context.getAwsRequestId());
        return Map.of("generations", swept.generations(), "evaluations", swept.evaluations());
    }
}
