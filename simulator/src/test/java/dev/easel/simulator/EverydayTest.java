package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.simulator.script.Everyday;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.script.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/// Ordinary days, for the words that are watched.
@Timeout(60)
class EverydayTest {

    private static final String WATCHED = "a red boat on a lake";
    private static final int CALLS = 20_000;

    @TempDir Path folder;

    @Test
    void eachProviderHasACharacterOfItsOwn() {
        assertThat(share("runflow", Scenario.values())).isBetween(0.0, 0.003);
        assertThat(share("google", Scenario.UNAVAILABLE, Scenario.ERROR_HTML))
                .isBetween(0.02, 0.05);
        assertThat(share("runware", Scenario.RATE_LIMITED)).isBetween(0.02, 0.05);
        assertThat(share("prodia", Scenario.EMPTY_OUTPUT, Scenario.BLANK, Scenario.TRUNCATED))
                .isBetween(0.01, 0.04);

        var quick = times("together");
        var slow = times("replicate");
        for (var other : List.of("runflow", "google", "replicate", "prodia", "runware")) {
            assertThat(percentile(quick, 0.5)).isLessThan(percentile(times(other), 0.5));
        }
        assertThat(percentile(quick, 0.99) / percentile(quick, 0.5)).isLessThan(1.3);
        assertThat(percentile(slow, 0.99) / percentile(slow, 0.5)).isGreaterThan(3);
    }

    @Test
    void whoAsksForSomethingElseIsSpared() {
        var scenarios = everyday(1);

        for (var provider : List.of("google", "runware", "prodia")) {
            for (int call = 0; call < 1000; call++) {
                assertThat(take(scenarios, provider, "a boat of my own"))
                        .isEqualTo(Scenario.NORMAL);
            }
            assertThat(scenarios.time(provider, "a boat of my own")).isEmpty();
        }
    }

    @Test
    void theSameSeedBringsTheSameDaysWhateverOthersAreAsked() {
        var alone = everyday(7);
        var among = everyday(7);
        var first = new ArrayList<Scenario>();
        var second = new ArrayList<Scenario>();

        for (int call = 0; call < 500; call++) {
            first.add(take(alone, "google", WATCHED));
            take(among, "prodia", WATCHED);
            second.add(take(among, "google", WATCHED));
        }

        assertThat(second).isEqualTo(first).contains(Scenario.UNAVAILABLE);
        assertThat(times("google", 8)).isNotEqualTo(times("google", 7));
    }

    @Test
    void itIsPlayedOverTheWireAndNothingIsBilledThatWasRefused() throws Exception {
        var ahead = new AtomicReference<>(Duration.ZERO);
        try (var simulator =
                        Simulator.start(
                                new SimulatorOptions(0, folder, Pace.INSTANT, refusing())
                                        .withWatched(Set.of(WATCHED)),
                                () -> Instant.now().plus(ahead.get()));
                var caller = new Caller(simulator)) {
            caller.put("/simulator/scenario", "{\"scenario\":\"everyday\"}");

            assertThat(predict(caller, WATCHED).status()).isEqualTo(429);
            assertThat(caller.journal("runware", "submit")).isEmpty();
            assertThat(predict(caller, "a boat of my own").status()).isEqualTo(200);
            assertThat(predict(caller, WATCHED).status()).isEqualTo(200);

            ahead.set(Duration.ofSeconds(5));
            simulator.settle();
            assertThat(caller.journal("runware", "submit")).hasSize(2);
            assertThat(caller.journal("runware", "run").size()).isLessThan(2);
        }
    }

    @Test
    void aDayCanOnlyStand() throws Exception {
        try (var simulator = Simulator.start(new SimulatorOptions(0, folder, Pace.INSTANT, 1));
                var caller = new Caller(simulator)) {
            var told = caller.put("/simulator/scenario", "{\"scenario\":\"everyday\",\"times\":1}");

            assertThat(told.status()).isEqualTo(400);
        }
    }

    private static Caller.Told predict(Caller caller, String prompt) throws Exception {
        var task =
                Caller.JSON
                        .createObjectNode()
                        .put("taskType", "imageInference")
                        .put("taskUUID", java.util.UUID.randomUUID().toString())
                        .put("model", "google:4@3")
                        .put("positivePrompt", prompt)
                        .put("width", 1376)
                        .put("height", 768)
                        .put("deliveryMethod", "async");
        return caller.post("/runware/v1", Caller.JSON.createArrayNode().add(task));
    }

    /// A seed under which the first request is turned away, and the second is not.
    private static long refusing() {
        return LongStream.range(0, 10_000)
                .filter(seed -> {
                    var scenarios = everyday(seed);
                    return take(scenarios, "runware", WATCHED) == Scenario.RATE_LIMITED
                            && take(scenarios, "runware", WATCHED) == Scenario.NORMAL;
                })
                .findFirst()
                .orElseThrow();
    }

    private static Scenarios everyday(long seed) {
        var scenarios = new Scenarios(new Everyday(Set.of(WATCHED), seed), true);
        scenarios.stand(Scenario.EVERYDAY);
        return scenarios;
    }

    private static Scenario take(Scenarios scenarios, String provider, String prompt) {
        return scenarios.take(
                Repertoire.common(provider), Target.RUN, "{\"prompt\":\"" + prompt + "\"}");
    }

    /// How many of all calls come to one of these.
    private static double share(String provider, Scenario... some) {
        var scenarios = everyday(3);
        var counts = new TreeMap<Scenario, Integer>();
        for (int call = 0; call < CALLS; call++) {
            counts.merge(take(scenarios, provider, WATCHED), 1, Integer::sum);
        }
        counts.remove(Scenario.NORMAL);
        return Set.of(some).stream().mapToInt(one -> counts.getOrDefault(one, 0)).sum()
                / (double) CALLS;
    }

    private static List<Duration> times(String provider) {
        return times(provider, 3);
    }

    private static List<Duration> times(String provider, long seed) {
        var scenarios = everyday(seed);
        return LongStream.range(0, CALLS)
                .mapToObj(_ -> scenarios.time(provider, WATCHED).orElseThrow())
                .sorted()
                .toList();
    }

    private static double percentile(List<Duration> sorted, double share) {
        return sorted.get((int) (share * sorted.size())).toMillis();
    }
}
