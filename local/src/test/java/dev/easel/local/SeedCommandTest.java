package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoRuns;
import dev.easel.benchmark.PlantedRuns;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.RolledUp;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `./easel seed` on a stack of its own, in which one run is no made-up one.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeedCommandTest {

    private static final Series GOOGLE = new Series("google", Source.BENCHMARK);

    private static final String TEMPLATE = LiveStack.PROJECT.resolve("template.yaml").toString();

    private static CronWindow yesterday;
    private static Stack stack;
    private static Api api;

    @TempDir private Path nowhere;

    private final StringWriter console = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void start() {
        yesterday = CronWindow.of(Instant.now().minus(Duration.ofHours(20)), PlantedRuns.PERIOD);
        stack =
                Stack.start(
                        LiveStack.options(
                                        LiveStack.PROJECT.resolve("template.yaml"),
                                        LiveStack.folder())
                                .withBackground(false));
        api = new Api(stack.api());
    }

    @AfterAll
    static void stop() {
        api.close();
        stack.close();
    }

    @Test
    @Order(1)
    void aDayIsThereAtOnceAndMarkedAsSimulatedAndWhatReallyHappenedStays() throws Exception {
        var real = PlantedRuns.succeeded(GOOGLE, yesterday, 4321);
        assertThat(runs().claim(PlantedRuns.open(real))).isTrue();
        runs().end(real);

        assertThat(seed("--days", "1")).isZero();
        var first = rows();
        assertThat(seed("--days", "1")).isZero();

        assertThat(rows()).startsWith(first.toArray(Run[]::new));
        assertThat(runs().find(yesterday, "google")).contains(real);
        assertThat(first).hasSizeBetween(6 * 270, 6 * 300);
        assertThat(console.toString()).contains("pictures", "runs", "roll-ups", "were there");
        var metrics = read("/v1/metrics?window=24h");
        assertThat(metrics.path("simulated").asBoolean()).isTrue();
        assertThat(metrics.path("providers"))
                .hasSize(6)
                .allSatisfy(provider -> {
                    assertThat(provider.path("calls").asInt()).isGreaterThan(270);
                    assertThat(provider.path("simulated").asInt()).isGreaterThan(270);
                    assertThat(provider.at("/latency_ms/p99/value").asInt()).isPositive();
                });
    }

    @Test
    @Order(2)
    void theNewestWindowsHavePicturesThatCanBeSeen() throws Exception {
        var newest = read("/v1/batches?limit=12").path("batches");

        assertThat(newest).hasSize(12);
        var urls =
                newest.valueStream()
                        .flatMap(batch -> batch.path("runs").valueStream())
                        .filter(run -> run.path("result").asText().equals("success"))
                        .map(run -> run.at("/thumbnail/url").asText())
                        .toList();
        assertThat(urls).hasSizeGreaterThan(50).allMatch(url -> !url.isEmpty());
        try (var http = HttpClient.newHttpClient()) {
            for (var url : urls.subList(0, 12)) {
                var request = HttpRequest.newBuilder(URI.create(url)).build();
                var thumbnail = http.send(request, BodyHandlers.ofByteArray());
                assertThat(thumbnail.statusCode()).isEqualTo(200);
                assertThat(thumbnail.headers().firstValue("Content-Type")).contains("image/jpeg");
            }
        }
    }

    @Test
    void whatWasRolledUpAlreadyIsRolledUpAnew() {
        var now = Instant.now();
        var hour = Rollup.hourOf(now);
        history().note(new RolledUp(hour, hour));

        assertThat(seed("--days", "1")).isZero();

        assertThat(history().rolledUp(now).upTo()).isAfterOrEqualTo(hour);
        assertThat(history().rollups(GOOGLE, hour.minus(Duration.ofDays(1)), hour)).hasSize(24);
    }

    @Test
    void withoutAStackThatIsSaidInASentence() {
        assertThat(run("seed", "--data", nowhere.toString())).isOne();
        assertThat(errors.toString()).startsWith("easel: No stack is up in ");
    }

    @Test
    void aStackThatWasKilledDoesNotAnswer() {
        var nobody = URI.create("http://127.0.0.1:1");
        RunningStack.announce(nowhere, Map.of("dynamodb", nobody, "s3", nobody));

        assertThat(run("seed", "--template", TEMPLATE, "--data", nowhere.toString())).isOne();

        assertThat(errors.toString()).contains("does not answer; ./easel up starts one.");
    }

    @Test
    void aPastIsOneToThirtyDaysLong() {
        for (var days : List.of("0", "31", "-1", "x")) {
            assertThat(run("seed", "--days", days)).isEqualTo(2);
        }
        assertThat(errors.toString()).contains("--days is a number from 1 to 30.");
    }

    private static List<Run> rows() {
        var to = Instant.now();
        return Stream.iterate(
                        CronWindow.of(to.minus(Duration.ofHours(26)), PlantedRuns.PERIOD).start(),
                        at -> at.isBefore(to),
                        at -> at.plus(PlantedRuns.PERIOD))
                .flatMap(at -> runs().of(new CronWindow(at)).stream())
                .toList();
    }

    private static DynamoRuns runs() {
        var env = stack.environment("MetricsFunction");
        return new DynamoRuns(new Aws(env).dynamo(), env.getOrDefault("RUNS_TABLE", ""));
    }

    private static DynamoHistory history() {
        var env = stack.environment("MetricsFunction");
        return new DynamoHistory(
                new Aws(env).dynamo(),
                env.getOrDefault("RUNS_TABLE", ""),
                env.getOrDefault("ROLLUPS_TABLE", ""));
    }

    private static JsonNode read(String path) {
        return Api.json(api.get(path));
    }

    private int seed(String... more) {
        var arguments =
                Stream.concat(
                        Stream.of(
                                "seed", "--template", TEMPLATE, "--data", stack.data().toString()),
                        Stream.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(console, true), new PrintWriter(errors, true), arguments);
    }
}
