package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoChronicle;
import dev.easel.aws.DynamoContracts;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.DynamoRetryBudget;
import dev.easel.aws.DynamoSecondRuns;
import dev.easel.aws.EventBridgeBus;
import dev.easel.aws.S3Assets;
import dev.easel.aws.SqsEvaluationSteps;
import dev.easel.aws.SqsSteps;
import dev.easel.aws.SsmSecrets;
import dev.easel.catalog.Catalog;
import dev.easel.door.ChosenProviders;
import dev.easel.door.Log;
import dev.easel.door.QueueDoor;
import dev.easel.door.StepMessages;
import dev.easel.fetch.Destinations;
import dev.easel.fetch.Fetch;
import dev.easel.generation.Step;
import dev.easel.generation.Steps;
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.id.Ids;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.provider.Providers;
import dev.easel.provider.Retries;
import dev.easel.providers.ProviderShelf;
import dev.easel.reliability.Traffic;
import dev.easel.secret.Secrets;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// What the functions that walk generations through their steps are made of, one message at a time.
abstract class StepsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Duration POLL_MAX = Duration.ofSeconds(10);
    private static final Duration RETRY_MAX = Duration.ofSeconds(60);
    private static final int RETRIES = 3;
    private static final Duration FETCH_TIME_MAX = Duration.ofSeconds(20);

    private final QueueDoor<Step> door;

    /// The composition root.
    StepsHandler(Map<String, String> env, WorkerSettings settings) {
        door = door(env, settings);
    }

    @Override
    public final SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return door.handle(event);
    }

    private static QueueDoor<Step> door(Map<String, String> env, WorkerSettings settings) {
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var sqs = aws.sqs();
        var log = new Log("worker", clock);
        var assets = new S3Assets(aws, settings.bucket(), clock);
        var secrets = new SsmSecrets(aws.ssm(), clock);
        var evaluations = new DynamoEvaluations(dynamo, settings.evaluationsTable());
        var handOver =
                new HandOver(
                        evaluations,
                        new SqsEvaluationSteps(sqs, settings.evaluationsQueueUrl()),
                        Catalog.STANDARD,
                        settings.panel(),
                        settings.evaluationBudget());
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var steps = new SqsSteps(sqs, settings.stepsQueueUrl());
        var random = new SecureRandom();
        var contracts = new DynamoContracts(dynamo, settings.guardsTable());
        var bus = new EventBridgeBus(aws.events(), settings.bus());
        var submitting =
                new Submitting(
                        Catalog.STANDARD.with(settings.providers().chosen()),
                        providers(settings.providers(), secrets),
                        contracts,
                        assets,
                        new Ids(random));
        var ending =
                new Ending(
                        generations,
                        steps,
                        handOver,
                        new CircuitBreaker(
                                new DynamoParking(dynamo, settings.guardsTable()),
                                bus,
                                settings.parkAfter()),
                        new Traffic(
                                new DynamoChronicle(dynamo, settings.runsTable()),
                                settings.providers().simulators()),
                        bus,
                        Backoff.settling(settings.firstPoll()),
                        log);
        var waiting = new Waiting(generations, steps, settings.overdue(), clock);
        var backoff = new Backoff(settings.firstPoll(), POLL_MAX);
        var learning = new Learning(contracts, bus);
        var collecting =
                new Collecting(
                        submitting,
                        learning,
                        new Storing(
                                new Fetch(
                                        settings.outputBytesMax(),
                                        FETCH_TIME_MAX,
                                        Destinations.anywhere(settings.providers().localOrigins())),
                                assets,
                                clock),
                        ending,
                        waiting,
                        backoff,
                        clock);
        var sending =
                new Sending(
                        generations,
                        lane(settings, sqs),
                        submitting,
                        learning,
                        collecting,
                        ending,
                        new Retrying(
                                new Retries(
                                        settings.firstPoll().multipliedBy(2), RETRY_MAX, RETRIES),
                                new DynamoRetryBudget(
                                        dynamo,
                                        settings.guardsTable(),
                                        settings.retriesPerMinute()),
                                random),
                        waiting,
                        backoff,
                        clock,
                        log);
        var guarding =
                new Guarding(
                        generations,
                        evaluations,
                        new DynamoSecondRuns(
                                dynamo,
                                settings.guardsTable(),
                                settings.runs(),
                                new dev.easel.aws.Retries(clock, random, Thread::sleep)),
                        Catalog.STANDARD,
                        handOver,
                        steps,
                        ending,
                        waiting,
                        backoff,
                        clock);
        var worker =
                new Worker(
                        generations,
                        submitting,
                        sending,
                        collecting,
                        guarding,
                        ending,
                        waiting,
                        backoff,
                        settings.lease(),
                        clock);
        return new QueueDoor<>(log, StepMessages::readStep, Step::correlation, worker::take);
    }

    private static Providers providers(ChosenProviders chosen, Secrets secrets) {
        var http = ProviderHttp.client();
        return ProviderShelf.of(
                chosen.chosen(),
                chosen.addresses(),
                (id, base) -> new Access(http, secrets, chosen.key(id), base));
    }

    /// Absent where the calls that are the work are made.
    private static @Nullable Steps lane(WorkerSettings settings, SqsClient sqs) {
        var url = settings.submitsQueueUrl();
        return url == null ? null : new SqsSteps(sqs, url);
    }
}
