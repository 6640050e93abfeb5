package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoRuns;
import dev.easel.aws.S3Assets;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.local.StackOptions.Simulation;
import dev.easel.providers.ProviderShelf;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Runs;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The benchmark as it is deployed: its handler, against the simulated providers and DynamoDB Local.
class BenchmarkTest {

    private static final String WINDOW = "2026-11-24T10:05:00Z";

    @Test
    void fiftyFiresOfOneWindowCallEachProviderOnce() throws Exception {
        try (var stack = Stack.start(all(Map.of()));
                var api = new Api(stack.api())) {
            var answers = fire(stack, 50, "2026-11-24T10:06:40Z");

            var runs = runs(stack).of(window());
            assertThat(runs)
                    .extracting(Run::provider)
                    .containsExactlyInAnyOrderElementsOf(ProviderShelf.ids());
            assertThat(runs)
                    .allSatisfy(run -> {
                        assertThat(result(run)).isEqualTo(new Result.Success());
                        assertThat(run.skipped()).isEqualTo(49);
                        assertThat(run.simulated()).isTrue();
                    });
            assertThat(journal(stack, api, "submit")).hasSize(6);
            assertThat(journal(stack, api, "run")).hasSize(6);
            assertThat(answers.stream().filter(answer -> answer.has("results")).count())
                    .isBetween(1L, 6L);
            assertThat(answers.stream().filter(answer -> answer.path("skipped").asBoolean()))
                    .isNotEmpty()
                    .allSatisfy(answer ->
                            assertThat(answer.path("reason").asText())
                                    .isEqualTo("cron_window_taken"));
        }
    }

    @Test
    void aRunKeepsItsTimesItsPictureAndItsCost() throws Exception {
        try (var stack = Stack.start(all(Map.of()))) {
            fire(stack, 1, WINDOW);

            var env = stack.environment("BenchmarkFunction");
            var assets =
                    new S3Assets(new Aws(env), env.getOrDefault("BUCKET", ""), Clock.systemUTC());
            assertThat(runs(stack).of(window()))
                    .hasSize(6)
                    .allSatisfy(run -> {
                        var ended = Objects.requireNonNull(run.ended());
                        var timing = Objects.requireNonNull(ended.timing());
                        assertThat(ended.result())
                                .as(run.toString())
                                .isEqualTo(new Result.Success());
                        assertThat(timing.accepted()).isLessThanOrEqualTo(timing.decoded());
                        assertThat(timing.firstByte()).isLessThanOrEqualTo(timing.decoded());
                        assertThat(timing.decoded()).isLessThanOrEqualTo(timing.ended());
                        assertThat(ended.billed()).isEqualTo(Billed.YES);
                        assertThat(ended.microDollars()).isPositive();
                        var picture = Objects.requireNonNull(ended.picture());
                        assertThat(assets.find(picture.key())).isPresent();
                        assertThat(assets.find(Objects.requireNonNull(ended.thumbnail())))
                                .get()
                                .satisfies(small ->
                                        assertThat(small.bytes()).isLessThan(picture.bytes()));
                    });
        }
    }

    @Test
    void theDaysBudgetIsNeverOverdrawn() throws Exception {
        // Of 41.1 cents that all six cost, 20 do for two or three.
        try (var stack = Stack.start(all(Map.of("BenchmarkCentsPerDay", "20")));
                var api = new Api(stack.api())) {
            fire(stack, 1, WINDOW);

            var runs = runs(stack).of(window());
            assertThat(runs).hasSize(6);
            assertThat(
                            runs.stream()
                                    .filter(run -> result(run) instanceof Result.Success)
                                    .mapToLong(run ->
                                            Objects.requireNonNull(run.ended()).microDollars())
                                    .sum())
                    .isBetween(100_000L, 200_000L);
            assertThat(runs)
                    .filteredOn(run -> !(result(run) instanceof Result.Success))
                    .isNotEmpty()
                    .allSatisfy(run ->
                            assertThat(result(run))
                                    .isEqualTo(new Result.NotCalled(Result.Reason.OVER_BUDGET)));
            assertThat(journal(stack, api, "submit"))
                    .hasSize(
                            (int)
                                    runs.stream()
                                            .filter(run -> result(run) instanceof Result.Success)
                                            .count());
        }
    }

    @Test
    void aProviderWithoutAKeyIsNotCalledAndNotFailing() throws Exception {
        var options = all(Map.of());
        var secrets = new HashMap<>(options.secrets());
        secrets.remove("/easel/google/api-key");
        try (var stack = Stack.start(options.withSecrets(secrets))) {
            fire(stack, 1, WINDOW);

            assertThat(runs(stack).find(window(), "google").map(BenchmarkTest::result))
                    .contains(new Result.NotCalled(Result.Reason.NOT_CONFIGURED));
            assertThat(runs(stack).find(window(), "prodia").map(BenchmarkTest::result))
                    .contains(new Result.Success());
        }
    }

    @Test
    void oneThatHangsHoldsNobodyUpAndEndsAtItsDeadline() throws Exception {
        try (var stack = Stack.start(all(Map.of("BenchmarkDeadlineSeconds", "6")));
                var api = new Api(stack.api())) {
            fire(stack, 1, "2026-11-24T09:00:00Z"); // Classes are loaded, connections are open.
            put(api, stack, "{\"scenario\":\"hang\",\"provider\":\"runware\",\"times\":1}");
            var began = Instant.now();
            fire(stack, 1, WINDOW);
            var took = Duration.between(began, Instant.now());

            assertThat(took).isBetween(Duration.ofSeconds(6), Duration.ofMillis(6_600));
            for (var run : runs(stack).of(window())) {
                var timing = Objects.requireNonNull(Objects.requireNonNull(run.ended()).timing());
                if (run.provider().equals("runware")) {
                    assertThat(result(run)).isInstanceOf(Result.Failed.class);
                    assertThat(Objects.requireNonNull(run.ended()).billed())
                            .isEqualTo(Billed.UNKNOWN);
                } else {
                    assertThat(result(run)).as(run.toString()).isEqualTo(new Result.Success());
                    assertThat(timing.ended()).isLessThan(Duration.ofSeconds(5));
                }
            }
        }
    }

    @Test
    void whoClaimsAndDiesIsLostWithinTenMinutes() throws Exception {
        try (var stack = Stack.start(all(Map.of()))) {
            fire(stack, 1, WINDOW);
            var run = runs(stack).find(window(), "google").orElseThrow();
            var dead =
                    new Run(
                            new CronWindow(Instant.parse("2026-11-24T10:10:00Z")),
                            run.period(),
                            run.candidate(),
                            run.prompt(),
                            "somebody-else",
                            run.claimedAt(),
                            run.lostAt(),
                            true,
                            0,
                            null);

            assertThat(runs(stack).claim(dead)).isTrue();

            var found = runs(stack).find(dead.window(), "google").orElseThrow();
            assertThat(found.result(run.claimedAt())).isEmpty();
            assertThat(found.result(run.claimedAt().plus(Duration.ofMinutes(10))))
                    .contains(new Result.Failed(FailureClass.LOST));
        }
    }

    @Test
    void onAnOrdinaryDayTheBenchmarkFindsEachAsSlowAsItIs() throws Exception {
        var everyday =
                all(Map.of("BenchmarkDeadlineSeconds", "3"))
                        .withSimulation(new Simulation(Pace.INSTANT, Scenario.EVERYDAY));
        try (var stack = Stack.start(everyday)) {
            fire(stack, 1, WINDOW);

            // It takes the quickest of them fifteen seconds, whatever the pace of all other work.
            // Where the
            // call is the work, nobody knows whether it was done.
            assertThat(runs(stack).of(window()))
                    .hasSize(6)
                    .allSatisfy(run ->
                            assertThat(result(run))
                                    .as(run.toString())
                                    .isIn(
                                            new Result.Failed(FailureClass.TIMEOUT),
                                            new Result.Failed(FailureClass.UNKNOWN_OUTCOME)));
        }
    }

    private static Result result(Run run) {
        return run.result(Instant.now()).orElseThrow();
    }

    private static CronWindow window() {
        return CronWindow.parse(WINDOW).orElseThrow();
    }

    private static Runs runs(Stack stack) {
        var env = stack.environment("BenchmarkFunction");
        return new DynamoRuns(new Aws(env).dynamo(), env.getOrDefault("RUNS_TABLE", ""));
    }

    private static List<JsonNode> fire(Stack stack, int times, String scheduled) throws Exception {
        var event =
                """
                {"source": "aws.scheduler", "detail-type": "Scheduled Event", "time": "%s"}
                """
                        .formatted(scheduled)
                        .getBytes(StandardCharsets.UTF_8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<byte[]>>();
            for (int i = 0; i < times; i++) {
                answers.add(threads.submit(() -> stack.invoke("BenchmarkFunction", event)));
            }
            var read = new ArrayList<JsonNode>();
            for (var answer : answers) {
                read.add(read(answer.get()));
            }
            return read;
        }
    }

    private static JsonNode read(byte[] bytes) throws IOException {
        return Api.JSON.readTree(bytes);
    }

    private static void put(Api api, Stack stack, String scenario) {
        var request =
                HttpRequest.newBuilder(stack.simulator().resolve("/simulator/scenario"))
                        .PUT(HttpRequest.BodyPublishers.ofString(scenario))
                        .build();
        assertThat(api.send(request).statusCode()).isEqualTo(200);
    }

    private static List<JsonNode> journal(Stack stack, Api api, String kind) {
        var address = stack.simulator().resolve("/simulator/journal?kind=" + kind);
        return Api.json(api.send(HttpRequest.newBuilder(address).build())).valueStream().toList();
    }

    /// Nothing but the front and the tests calls functions here.
    private static StackOptions all(Map<String, String> more) {
        var options =
                LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), LiveStack.folder());
        var parameters = new HashMap<>(options.parameters());
        parameters.put("BenchmarkProviders", String.join(",", ProviderShelf.ids()));
        parameters.putAll(more);
        return options.withBackground(false).withParameters(parameters);
    }
}
