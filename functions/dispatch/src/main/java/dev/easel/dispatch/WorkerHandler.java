package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoRetryBudget;
import dev.easel.aws.EventBridgeBus;
import dev.easel.aws.S3Assets;
import dev.easel.aws.SqsEvaluationSteps;
import dev.easel.aws.SqsSteps;
import dev.easel.aws.SsmSecrets;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.door.QueueDoor;
import dev.easel.door.StepMessages;
import dev.easel.fetch.Fetch;
import dev.easel.generation.Step;
import dev.easel.id.Ids;
import dev.easel.provider.Backoff;
import dev.easel.provider.Providers;
import dev.easel.provider.Retries;
import dev.easel.providers.ProviderHttp;
import dev.easel.providers.RunflowProvider;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Walks generations through their steps, one message at a time.
public final class WorkerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Duration POLL_MAX = Duration.ofSeconds(10);
    private static final Duration RETRY_MAX = Duration.ofSeconds(60);
    private static final int RETRIES = 3;
    private static final Duration FETCH_TIME_MAX = Duration.ofSeconds(20);

    private final QueueDoor<Step> door;

    /// For Lambda.
    public WorkerHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public WorkerHandler(Map<String, String> env) {
        var settings = WorkerSettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var sqs = aws.sqs();
        var log = new Log("worker", clock);
        var assets = new S3Assets(aws, settings.bucket(), clock);
        var secrets = new SsmSecrets(aws.ssm(), clock);
        var runflow =
                new RunflowProvider(
                        ProviderHttp.client(),
                        secrets,
                        settings.runflowKeyParameter(),
                        settings.runflow());
        var handOver =
                new HandOver(
                        new DynamoEvaluations(dynamo, settings.evaluationsTable()),
                        new SqsEvaluationSteps(sqs, settings.evaluationsQueueUrl()),
                        Catalog.STANDARD,
                        settings.evaluationBudget());
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var steps = new SqsSteps(sqs, settings.stepsQueueUrl());
        var random = new SecureRandom();
        var worker =
                new Worker(
                        generations,
                        steps,
                        new Submitting(
                                Catalog.STANDARD,
                                new Providers(List.of(runflow)),
                                assets,
                                new Ids(random)),
                        new Storing(
                                new Fetch(
                                        settings.outputBytesMax(),
                                        FETCH_TIME_MAX,
                                        isLocal(settings.runflow())),
                                assets,
                                clock),
                        new Ending(
                                generations,
                                steps,
                                handOver,
                                new EventBridgeBus(aws.events(), settings.bus()),
                                Backoff.settling(settings.firstPoll()),
                                log),
                        new Retrying(
                                new Retries(
                                        settings.firstPoll().multipliedBy(2), RETRY_MAX, RETRIES),
                                new DynamoRetryBudget(
                                        dynamo,
                                        settings.guardsTable(),
                                        settings.retriesPerMinute()),
                                random),
                        new Backoff(settings.firstPoll(), POLL_MAX),
                        settings.lease(),
                        clock,
                        log);
        door = new QueueDoor<>(log, StepMessages::readStep, Step::correlation, worker::take);
    }

    /// A provider on this very machine serves its pictures there, too: the simulator.
    private static boolean isLocal(URI provider) {
        return "http".equals(provider.getScheme());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return door.handle(event);
    }
}
