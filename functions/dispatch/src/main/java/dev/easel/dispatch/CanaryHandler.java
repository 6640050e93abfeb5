package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoCanaries;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.S3Assets;
import dev.easel.aws.SqsSteps;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;
import dev.easel.id.Ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/// Tries out every few minutes what has parked itself.
public final class CanaryHandler implements RequestHandler<ScheduledEvent, Map<String, Integer>> {

    private final ScheduleDoor<Canary.Sent> door;

    /// For Lambda.
    public CanaryHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public CanaryHandler(Map<String, String> env) {
        var settings = CanarySettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var log = new Log("canary", clock);
        var canary =
                new Canary(
                        new DynamoParking(dynamo, settings.guardsTable()),
                        new DynamoCanaries(
                                dynamo,
                                settings.generationsTable(),
                                settings.guardsTable(),
                                settings.perDay()),
                        new CanaryOrders(
                                Catalog.STANDARD.with(settings.providers()),
                                new S3Assets(aws, settings.bucket(), clock)),
                        new DynamoGenerations(dynamo, settings.generationsTable()),
                        new SqsSteps(aws.sqs(), settings.stepsQueueUrl()),
                        new Ids(new SecureRandom()),
                        settings.deadline(),
                        clock,
                        log);
        door = new ScheduleDoor<>(log, _ -> canary.send());
    }

    @Override
    public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
        var sent = door.handle(context.getAwsRequestId(), event);
        return Map.of("parked", sent.parked(), "sent", sent.sent(), "failed", sent.failed());
    }
}
