package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.local.LiveStack;
import dev.easel.providers.Impatient;
import dev.easel.simulator.Simulator;
import dev.easel.simulator.SimulatorOptions;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What each thing that a provider can do comes to, over real HTTP to the simulated one and in simulated
/// time. The table in docs/failures.md is written from here:
/// `mvn test -pl local -am -Dtest=FailureTableTest -Deasel.docs=write`.
class FailureTableTest {

    private static final Path DOCS = LiveStack.PROJECT.resolve("docs").resolve("failures.md");
    private static final Duration LIMIT = Duration.ofMinutes(100);
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final Map<Integer, String> LINES = new TreeMap<>();

    static IntStream rows() {
        return IntStream.range(0, FailureRow.TABLE.size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatAProviderDoesComesToWhatTheTableSays(int number) throws Exception {
        var row = FailureRow.TABLE.get(number);
        var world = new World();
        var options = new SimulatorOptions(0, LiveStack.folder(), Pace.INSTANT, 1);
        try (var simulator = Simulator.start(options, world.clock)) {
            for (var scenario : row.scenarios().entrySet()) {
                play(simulator, scenario.getKey(), scenario.getValue());
            }
            world.submitsTo =
                    Impatient.provider(row.scenarios().isEmpty() ? NOBODY : simulator.uri());
            world.serves.add(simulator.uri());
            world.asks = Impatient.evaluator(simulator.uri());
            world.afterwards = () -> await(simulator);
            var generation = world.admit();

            world.play(generation, LIMIT);

            var rested = world.read(generation);
            check(row, rested);
            LINES.put(number, line(row, rested));
        }
    }

    private static void check(FailureRow row, Generation rested) {
        var as = row.happens() + ": " + rested.state() + " " + rested.attempts();
        switch (row.end()) {
            case FailureRow.End.Judged(var verdict) ->
                    assertThat(rested.verdict()).as(as).isEqualTo(verdict);
            case FailureRow.End.Failed(var kind, var billed, var retryable) -> {
                assertThat(rested.state()).as(as).isInstanceOf(State.Failed.class);
                var failure = ((State.Failed) rested.state()).failure();
                assertThat(failure.kind()).as(as).isEqualTo(kind);
                assertThat(failure.billed()).as(as).isEqualTo(billed);
                assertThat(failure.retryable()).as(as).isEqualTo(retryable);
                assertThat(rested.attempt().billed()).as(as).isEqualTo(billed);
            }
        }
        assertThat(rested.attempts()).as(as).hasSize(row.attempts());
        assertThat(sends(rested)).as(as).isEqualTo(row.sends());
    }

    /// Only when all rows were run: a test that was picked alone leaves the page alone.
    @AfterAll
    static void thePageSaysTheSame() throws IOException {
        if (LINES.size() != FailureRow.TABLE.size()) {
            return;
        }
        var page = page();
        if ("write".equals(System.getProperty("easel.docs"))) {
            Files.createDirectories(DOCS.getParent());
            Files.writeString(DOCS, page);
        }
        assertThat(Files.readString(DOCS)).as("docs/failures.md is out of date").isEqualTo(page);
    }

    private static String line(FailureRow row, Generation rested) {
        var sent = rested.attempts().size() == 1 && sends(rested) == 1 ? "once" : sent(rested);
        return switch (rested.state()) {
            case State.Failed(var failure) ->
                    "| %s | %s | `%s` | %s | %s | %s. %s |"
                            .formatted(
                                    row.happens(),
                                    sent,
                                    failure.kind().wire(),
                                    failure.billed().wire(),
                                    failure.retryable() ? "yes" : "no",
                                    failure.kind().title(),
                                    failure.detail());
            default ->
                    "| %s | %s | succeeded, %s | yes | | |"
                            .formatted(
                                    row.happens(),
                                    sent,
                                    rested.verdict() == null ? "" : rested.verdict().wire());
        };
    }

    private static String sent(Generation rested) {
        var times = sends(rested) + " times";
        return rested.attempts().size() == 1 ? times + ", one reference" : times;
    }

    private static int sends(Generation rested) {
        return rested.attempts().stream().mapToInt(attempt -> attempt.sends()).sum();
    }

    private static String page() {
        return """
        # What can go wrong at a provider, and what it comes to

        Written by `FailureTableTest`, which plays each row over HTTP against the simulated provider and
        compares this page. *Sent* is how often the job went to the provider: anew, as another attempt,
        only where nothing was billed; again under one reference only after the provider said that it has
        nothing under it. *Billed* is what the attempt cost; `unknown` is settled later if the provider
        ever tells. *Retry* is `failure.retryable`: whether a person may simply repeat the request.

        | what happens | sent | ends as | billed | retry | what a person reads |
        |---|---|---|---|---|---|
        """
                + LINES.values().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void play(Simulator simulator, Scenario scenario, int times) throws Exception {
        var body =
                times == 0
                        ? "{\"scenario\":\"%s\"}".formatted(scenario.wire())
                        : "{\"scenario\":\"%s\",\"times\":%d}".formatted(scenario.wire(), times);
        var put =
                HttpRequest.newBuilder(simulator.uri().resolve("/simulator/scenario"))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }

    /// Pictures are drawn in real time, whatever the clock says.
    private static void await(Simulator simulator) {
        var end = Instant.now().plusSeconds(20);
        while (!simulator.isIdle() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
