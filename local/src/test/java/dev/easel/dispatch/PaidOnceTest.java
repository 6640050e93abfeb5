package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.catalog.Catalog;
import dev.easel.failure.Billed;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.local.LiveStack;
import dev.easel.providers.Impatient;
import dev.easel.providers.ProviderShelf;
import dev.easel.simulator.Simulator;
import dev.easel.simulator.SimulatorOptions;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Whatever happens around a submit, at whichever provider: nobody is asked twice for one paid attempt.
///
/// The real adapters against the simulator in simulated time. Its journal decides: it has a line for
/// each submit that was carried out, whether or not anybody was told, and one for each that was billed.
class PaidOnceTest {

    /// Past the deadline of a generation, so that none is left open.
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static final Duration LATER = Duration.ofHours(2);

    /// What can go wrong with a submit and with its answer. Every message comes two or three times:
    /// that is harder than in order, and happens.
    private static final List<Scenario> SUBMITS =
            List.of(
                    Scenario.NORMAL,
                    Scenario.RESET,
                    Scenario.RESET_BEFORE,
                    Scenario.HANG,
                    Scenario.DRIP,
                    Scenario.BAD_JSON,
                    Scenario.BAD_GATEWAY_HTML,
                    Scenario.HTML_OK,
                    Scenario.NO_ID,
                    Scenario.ERROR_HTML,
                    Scenario.UNAVAILABLE,
                    Scenario.RATE_LIMITED,
                    Scenario.NEW_CONTRACT);

    /// What can go wrong afterwards, or was decided before.
    private static final List<Scenario> OTHERS =
            List.of(
                    Scenario.INVALID,
                    Scenario.OLD_CONTRACT,
                    Scenario.FAILED,
                    Scenario.CANCELED,
                    Scenario.RUN_LOST,
                    Scenario.POLL_UNAVAILABLE,
                    Scenario.POLL_HANG,
                    Scenario.EMPTY_OUTPUT,
                    Scenario.EXPIRED_OUTPUT);

    /// One case: whom, what happens there once, and whether every message comes two or three times.
    record Case(String provider, Scenario fault, boolean doubled) {
        @Override
        public String toString() {
            return provider + ", " + fault.wire() + (doubled ? ", every message doubled" : "");
        }
    }

    /// What a provider does not know is no case of it.
    static List<Case> cases() {
        var options = new SimulatorOptions(0, LiveStack.folder(), Pace.INSTANT, 1);
        try (var simulator = Simulator.start(options)) {
            var control = new SimulatorControl(simulator.uri());
            return Stream.concat(
                            SUBMITS.stream().map(fault -> new Case("", fault, true)),
                            OTHERS.stream().map(fault -> new Case("", fault, false)))
                    .flatMap(one ->
                            ProviderShelf.ids().stream()
                                    .sorted()
                                    .map(id -> new Case(id, one.fault, one.doubled)))
                    .filter(one -> control.play(one.fault, one.provider, 1))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whateverHappensAroundASubmitItIsPaidOnce(Case played) {
        var world = new World();
        world.disorder = played.doubled ? new Random(played.fault.wire().hashCode()) : null;

        play(world, played.provider, played.fault, played.toString());
    }

    /// One whose call is the work, and one that can be asked for its work but not for our reference:
    /// neither can tell what became of a submit. Every eighth call, so that it does not last for minutes.
    @ParameterizedTest
    @ValueSource(strings = {"google", "prodia"})
    void whereverItsFunctionDiesItIsPaidOnce(String provider) {
        var undisturbed = new World();
        play(undisturbed, provider, Scenario.NORMAL, "undisturbed");
        int calls = undisturbed.crashes.calls();

        assertThat(calls).isGreaterThan(20);
        for (int call = 0; call < calls; call += 8) {
            die(provider, Crashes.before(call), "before call " + call);
            die(provider, Crashes.after(call), "after call " + call);
        }
    }

    private static void die(String provider, Crashes crashes, String when) {
        var world = new World();
        world.crashes = crashes;
        play(world, provider, Scenario.NORMAL, provider + ", dead " + when);
    }

    private static void play(World world, String provider, Scenario fault, String as) {
        var options = new SimulatorOptions(0, LiveStack.folder(), Pace.INSTANT, 1);
        try (var simulator = Simulator.start(options, world.clock)) {
            var control = new SimulatorControl(simulator.uri());
            assertThat(control.play(fault, provider, 1)).as(as).isTrue();
            world.catalog = Catalog.STANDARD.with(Set.of(provider));
            world.submitsTo = Impatient.provider(provider, simulator.uri());
            world.serves.add(simulator.uri());
            world.afterwards = () -> await(simulator);
            var generation = world.admit();

            world.play(generation, LIMIT);

            // What is made late is billed late.
            world.clock.advance(LATER);
            await(simulator);
            simulator.settle();
            check(world.read(generation), control.journal(provider), as);
        }
    }

    private static void check(Generation rested, List<JsonNode> journal, String as) {
        var told = as + ": " + rested.state() + " " + rested.attempts() + " " + journal;
        assertThat(rested.rests()).as(told).isTrue();
        assertThat(of("submit", journal)).as(told).isLessThanOrEqualTo(rested.attempts().size());
        assertThat(of("run", journal))
                .as(told)
                .isLessThanOrEqualTo(1)
                .isLessThanOrEqualTo(
                        rested.attempts().stream()
                                .filter(attempt -> attempt.billed() != Billed.NO)
                                .count());
        assertThat(rested.attempts().stream().limit(rested.attempts().size() - 1L))
                .as("what was in doubt was followed by another attempt: " + told)
                .extracting(Attempt::billed)
                .doesNotContain(Billed.YES, Billed.UNKNOWN);
    }

    private static long of(String kind, List<JsonNode> journal) {
        return journal.stream().filter(line -> line.path("kind").asText().equals(kind)).count();
    }

    /// Pictures are drawn in real time, whatever the clock says.
    private static void await(Simulator simulator) {
        var end = Instant.now().plusSeconds(20);
        while (!simulator.isIdle() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
