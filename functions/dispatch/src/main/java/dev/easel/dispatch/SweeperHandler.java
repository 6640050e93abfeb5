package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoChronicle;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.EventBridgeBus;
import dev.easel.aws.SqsEvaluationSteps;
import dev.easel.aws.SqsSteps;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.reliability.Traffic;

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
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var steps = new SqsSteps(sqs, settings.stepsQueueUrl());
        var evaluations = new DynamoEvaluations(dynamo, settings.evaluationsTable());
        var evaluationSteps = new SqsEvaluationSteps(sqs, settings.evaluationsQueueUrl());
        var bus = new EventBridgeBus(aws.events(), settings.bus());
        var sweeper =
                new Sweeper(
                        generations,
                        steps,
                        new Ending(
                                generations,
                                steps,
                                new HandOver(
                                        evaluations,
                                        evaluationSteps,
                                        Catalog.STANDARD,
                                        settings.panel(),
                                        settings.evaluationBudget()),
                                new CircuitBreaker(
                                        new DynamoParking(dynamo, settings.guardsTable()),
                                        bus,
                                        settings.parkAfter()),
                                new Traffic(
                                        new DynamoChronicle(dynamo, settings.runsTable()),
                                        settings.simulators()),
                                bus,
                                Backoff.settling(settings.firstPoll()),
                                log),
                        evaluations,
                        evaluationSteps,
                        settings.overdue(),
                        settings.lease(),
                        clock,
                        log);
        door = new ScheduleDoor<>(log, _ -> sweeper.sweep());
    }

    @Override
    public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
        var swept = door.handle(context.getAwsRequestId(), event);
        return Map.of(
                "generations", swept.generations(),
                "evaluations", swept.evaluations(),
                "failed", swept.failed());
    }
}
