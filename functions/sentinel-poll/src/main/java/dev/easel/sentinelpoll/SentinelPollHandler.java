package dev.easel.sentinelpoll;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoChronicle;
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
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.judges.ChatServices;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Judge;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.providers.RunflowEvaluator;
import dev.easel.reliability.Sittings;
import dev.easel.secret.Secrets;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// Drives evaluations, one message at a time.
public final class SentinelPollHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /// As its log lines and metrics call it.
    public static final String FUNCTION = "sentinel-poll";

    private static final Duration POLL_MAX = Duration.ofSeconds(15);

    /// How long a judge may look whose answer is the call: shorter than the function may run, so that
    /// what it says is kept.
    private static final Duration LOOKING = Duration.ofSeconds(90);

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
        var log = new Log(FUNCTION, clock);
        var assets = new S3Assets(aws, settings.bucket(), clock);
        var generations = new DynamoGenerations(dynamo, settings.generationsTable());
        var evaluations = new DynamoEvaluations(dynamo, settings.evaluationsTable());
        var secrets = new SsmSecrets(aws.ssm(), clock);
        var evaluator =
                new RunflowEvaluator(
                        new Access(
                                ProviderHttp.client(),
                                secrets,
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
                        new Sittings(
                                new DynamoChronicle(dynamo, settings.runsTable()),
                                settings.simulators()),
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
                        new PixelPanel(new Gallery(assets)),
                        new Asker(evaluator, evaluations, questioner, clock, log),
                        new Viewers(
                                viewers(settings, aws, secrets),
                                evaluations,
                                steps,
                                questioner,
                                backoff,
                                clock,
                                log),
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

    private static Map<Judge, Evaluator> viewers(
            SentinelPollSettings settings, Aws aws, Secrets secrets) {
        var http = ProviderHttp.client();
        var services =
                new ChatServices(
                        () -> bedrock(aws),
                        service ->
                                new Access(
                                        http,
                                        secrets,
                                        settings.chatKey(service),
                                        Objects.requireNonNull(settings.chats().get(service)),
                                        LOOKING,
                                        LOOKING));
        return services.seat(settings.panel());
    }

    /// A call is paid, so the SDK repeats none by itself, and waits for it as long as we do.
    private static BedrockRuntimeClient bedrock(Aws aws) {
        return aws.configure(BedrockRuntimeClient.builder(), "BEDROCK_RUNTIME")
                .httpClient(UrlConnectionHttpClient.builder().socketTimeout(LOOKING).build())
                .overrideConfiguration(configuration ->
                        configuration
                                .retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(LOOKING))
                .build();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return door.handle(event);
    }
}
