package dev.easel.sentinelpoll;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.EventBridgeBus;
import dev.easel.aws.S3Assets;
import dev.easel.aws.SqsEvaluationSteps;
import dev.easel.aws.SsmSecrets;
import dev.easel.door.Log;
import dev.easel.door.QueueDoor;
import dev.easel.door.StepMessages;
import dev.easel.judging.EvaluationStep;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.providers.Access;
import dev.easel.providers.ProviderHttp;
import dev.easel.providers.RunflowEvaluator;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Drives evaluations, one message at a time.
public final class SentinelPollHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final Duration POLL_MAX = Duration.ofSeconds(15);

    private final QueueDoor<EvaluationStep> door;

    /// For Lambda.
    public SentinelPollHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public SentinelPollHandler(Map<String, String> env) {
        var settings = SentinelPollSettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var log = new Log("sentinel-poll", clock);
        var assets = new S3Assets(aws, settings.bucket(), clock);
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var evaluations = new DynamoEvaluations(dynamo, settings.evaluationsTable());
        var evaluator =
                new RunflowEvaluator(
                        new Access(
                                ProviderHttp.client(),
                                new SsmSecrets(aws.ssm(), clock),
                                settings.runflowKeyParameter(),
                                settings.runflow()));
        var bus = new EventBridgeBus(aws.events(), settings.bus());
        var conclusion =
                new Conclusion(
                        generations,
                        evaluations,
                        new CircuitBreaker(
                                new DynamoParking(dynamo, settings.guardsTable()),
                                bus,
                                settings.parkAfter()),
                        bus,
                        clock,
                        log);
        var steps = new SqsEvaluationSteps(aws.sqs(), settings.evaluationsQueueUrl());
        var questioner = new Questioner(assets);
        var backoff = new Backoff(settings.firstPoll(), POLL_MAX);
        var sentinel =
                new SentinelPoll(
                        generations,
                        evaluations,
                        steps,
                        new PixelPanel(assets),
                        new Asker(evaluator, evaluations, questioner, clock, log),
                        new Viewers(Map.of(), evaluations, steps, questioner, backoff, clock, log),
                        conclusion,
                        backoff,
                        settings.overdue(),
                        clock);
        door =
                new QueueDoor<>(
                        log,
                        StepMessages::readEvaluationStep,
                        EvaluationStep::correlation,
                        sentinel::take);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return door.handle(event);
    }
}
