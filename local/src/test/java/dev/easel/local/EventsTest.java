package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.Planting;
import dev.easel.aws.S3Assets;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Rubrics;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every sample event does what its name says, through the handler that Lambda would call.
class EventsTest {

    private static final Path EVENTS = LiveStack.PROJECT.resolve("events");
    private static final GenerationId GENERATION = new GenerationId("gen_" + "0".repeat(26));
    private static final UploadId UPLOAD = new UploadId("img_" + "0".repeat(26));

    /// What the samples speak of exists: a finished generation with an output, and a photo that
    /// went up.
    @BeforeAll
    static void world() {
        var env = LiveStack.get().environment("WorkerFunction");
        var aws = new Aws(env);
        var assets = new S3Assets(aws, name(env, "BUCKET"), Clock.systemUTC());
        var photo = LiveStack.PROJECT.resolve("photos").resolve("coffee.png");
        assets.write(AssetKeys.quarantine(UPLOAD), MediaType.PNG, photo);
        assets.write(AssetKeys.output(GENERATION, 0, MediaType.PNG), MediaType.PNG, photo);
        var now = Instant.now();
        Planting.plant(aws, name(env, "GENERATIONS_TABLE"), finished(now));
        new DynamoEvaluations(aws.dynamo(), name(env, "EVALUATIONS_TABLE"))
                .start(
                        Evaluation.open(
                                GENERATION,
                                EvaluationId.first(GENERATION),
                                "req-1",
                                Rubrics.of(Task.TEXT_TO_IMAGE),
                                now,
                                Duration.ofMinutes(5)));
    }

    private static Generation finished(Instant now) {
        var order =
                new Order(
                        "create",
                        Tier.ONE_K,
                        null,
                        null,
                        List.of(),
                        "a cup of coffee",
                        null,
                        null,
                        Map.of());
        var output =
                new StoredPicture(
                        AssetKeys.output(GENERATION, 0, MediaType.PNG),
                        MediaType.PNG,
                        new Size(600, 400),
                        466_706);
        return Generation.admit(GENERATION, order, "req-1", now, Duration.ofMinutes(15))
                .judgedBy(EvaluationId.first(GENERATION))
                .to(new State.Succeeded(List.of(output)), now, now);
    }

    @ParameterizedTest
    @CsvSource({
        "upload-start, UploadFunction, 201",
        "upload-image, UploadFunction, 302",
        "complete, CompleteFunction, 200",
        // Of the providers' hosts none is on the list of a laptop.
        "image-fix, ImageFixFunction, 403",
        "dispatch-create, DispatchFunction, 202",
        "dispatch-read, DispatchFunction, 200",
        "dispatch-cancel, DispatchFunction, 409",
        "dispatch-catalog, DispatchFunction, 200",
        "dispatch-limits, DispatchFunction, 200",
        "dispatch-llms, DispatchFunction, 200",
        "metrics, MetricsFunction, 200",
        "metrics-openmetrics, MetricsFunction, 200",
        "metrics-batches, MetricsFunction, 200",
        "metrics-badge, MetricsFunction, 200",
        // Nobody was called in that window here.
        "metrics-run, MetricsFunction, 404",
    })
    void anHttpSampleIsAnswered(String sample, String function, int status) throws IOException {
        var answer = invoke(function, sample);

        assertThat(answer.path("statusCode").asInt()).as(answer.toPrettyString()).isEqualTo(status);
        assertThat(answer.at("/headers/x-request-id").asText()).isEqualTo("JKJaXmPLvHcESHA=");
    }

    @ParameterizedTest
    @CsvSource({
        "worker-step, WorkerFunction",
        "sentinel-poll-start, SentinelPollFunction",
        "sentinel-poll-poll, SentinelPollFunction",
        "sentinel-poll-deadline, SentinelPollFunction"
    })
    void aQueuesSampleIsTakenWhole(String sample, String function) throws IOException {
        assertThat(invoke(function, sample).path("batchItemFailures")).isEmpty();
    }

    @Test
    void theSameOrderUnderTheSameKeyIsTheSameGeneration() throws IOException {
        var first = invoke("DispatchFunction", "dispatch-create");
        var second = invoke("DispatchFunction", "dispatch-create");

        assertThat(second.at("/headers/idempotent-replayed").asText()).isEqualTo("true");
        assertThat(second.at("/headers/location")).isEqualTo(first.at("/headers/location"));
    }

    @Test
    void aTickSweeps() throws IOException {
        assertThat(invoke("SweeperFunction", "sweeper-tick").path("generations").isInt()).isTrue();
    }

    @Test
    void aTickReadsTheCatalogue() throws IOException {
        assertThat(invoke("CatalogWatchFunction", "catalog-watch-tick").path("models").asInt())
                .isPositive();
    }

    @Test
    void aTickTriesOutWhatIsParked() throws IOException {
        assertThat(invoke("CanaryFunction", "canary-tick").path("failed").asInt(-1)).isZero();
    }

    @Test
    void aTickOfTheBenchmarkCallsNobodyWhoIsNotListed() throws IOException {
        assertThat(invoke("BenchmarkFunction", "benchmark-tick").path("reason").asText())
                .isEqualTo("no_providers");
    }

    @Test
    void aTickRollsUpWhatHasEnded() throws IOException {
        assertThat(invoke("RollUpFunction", "roll-up-tick").path("rollups").isInt()).isTrue();
    }

    @Test
    void aTickLooksWhetherProvidersGotWorse() throws IOException {
        assertThat(invoke("ProviderWatchFunction", "provider-watch-tick").path("degraded").isInt())
                .isTrue();
    }

    @Test
    void noSampleIsUnused() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "upload-start.json",
                            "upload-image.json",
                            "complete.json",
                            "image-fix.json",
                            "dispatch-create.json",
                            "dispatch-read.json",
                            "dispatch-cancel.json",
                            "dispatch-catalog.json",
                            "dispatch-limits.json",
                            "dispatch-llms.json",
                            "metrics.json",
                            "metrics-openmetrics.json",
                            "metrics-batches.json",
                            "metrics-badge.json",
                            "metrics-run.json",
                            "worker-step.json",
                            "sentinel-poll-start.json",
                            "sentinel-poll-poll.json",
                            "sentinel-poll-deadline.json",
                            "sweeper-tick.json",
                            "catalog-watch-tick.json",
                            "canary-tick.json",
                            "benchmark-tick.json",
                            "roll-up-tick.json",
                            "provider-watch-tick.json");
        }
    }

    private static JsonNode invoke(String function, String sample) throws IOException {
        return Api.JSON.readTree(
                LiveStack.get()
                        .invoke(function, Files.readAllBytes(EVENTS.resolve(sample + ".json"))));
    }

    private static String name(Map<String, String> env, String variable) {
        return env.getOrDefault(variable, "");
    }
}
