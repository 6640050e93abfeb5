package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.dispatch.ScriptedProvider.Play;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.guard.Caller;
import dev.easel.id.Ids;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;

/// An output is held back until it has a verdict; a red one is tried once more, and the better of the
/// two is delivered.
class GuardModeTest {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final World world = new World();
    private final Caller caller = new Caller("guarded-" + new Random().nextLong());

    @Test
    void aGoodOneIsDeliveredOnceItHasItsVerdict() {
        var generation = world.admitGuarded(caller);

        world.playUntil(world.start.plusSeconds(11));
        assertThat(world.read(generation).state()).isInstanceOf(State.Held.class);
        assertThat(world.read(generation).state().status()).isEqualTo("running");
        assertThat(world.read(generation).output(0)).isEmpty();

        world.play(generation, LIMIT);
        assertDelivered(generation, Verdict.GREEN, 1);
        assertThat(counted()).as("of second tries").isZero();
    }

    @Test
    void aRedOneIsTriedOnceMoreAndTheBetterOneDelivered() {
        world.provider.blanks = 1;
        var generation = world.admitGuarded(caller);

        world.play(generation, LIMIT);

        var ended = assertDelivered(generation, Verdict.GREEN, 2);
        assertThat(counted()).isEqualTo(1);
        assertThat(ended.attempts()).hasSize(2);
        assertThat(ended.output(0).orElseThrow().key()).endsWith("/1.png");
        var aside = Objects.requireNonNull(Objects.requireNonNull(ended.guard()).aside());
        assertThat(aside.verdict()).isEqualTo(Verdict.RED);
        assertThat(aside.outputs())
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.key()).endsWith("/0.png");
                    assertThat(world.assets().read(first.key(), 1_000_000)).isPresent();
                });
        assertThat(aside.notes()).contains("The picture is blank");
        assertThat(ended.asked().instruction()).contains("a cup of coffee", "The picture is blank");
        assertThat(world.evaluations.of(generation.id())).hasSize(2);
        assertThat(world.told("generation.succeeded")).isEqualTo(1);
        assertThat(world.told("evaluation.completed")).isEqualTo(2);
    }

    @Test
    void ofTwoRedOnesTheFirstIsDelivered() {
        world.provider.blanks = 2;
        var generation = world.admitGuarded(caller);

        world.play(generation, LIMIT);

        var ended = assertDelivered(generation, Verdict.RED, 2);
        assertThat(ended.output(0).orElseThrow().key()).endsWith("/0.png");
        assertThat(ended.evaluation()).isEqualTo(world.evaluation(generation).id());
    }

    @Test
    void whoHasNoRunLeftGetsTheFirst() {
        for (int i = 0; i < Works.SECOND_RUNS; i++) {
            new Works(world).secondRuns().count(new Ids(new Random()).generation(), caller);
        }
        world.provider.blanks = 1;
        var generation = world.admitGuarded(caller);

        world.play(generation, LIMIT);

        assertDelivered(generation, Verdict.RED, 1);
    }

    @Test
    void aSecondTryIsCountedOnceHoweverOftenItIsAskedFor() {
        var generation = new Ids(new Random()).generation();

        for (int i = 0; i < 2 * Works.SECOND_RUNS; i++) {
            assertThat(new Works(world).secondRuns().count(generation, caller)).isTrue();
        }

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void aSecondTryThatFailsLeavesTheFirst() {
        world.provider.blanks = 1;
        world.provider.script.add(Play.ACCEPT);
        world.provider.script.add(Play.MODERATED);
        var generation = world.admitGuarded(caller);

        world.play(generation, LIMIT);

        var ended = assertDelivered(generation, Verdict.RED, 1);
        assertThat(ended.attempts()).hasSize(2);
        assertThat(Objects.requireNonNull(ended.guard()).aside()).as("it is the output").isNull();
        assertThat(ended.evaluation()).isEqualTo(world.evaluation(generation).id());
        assertThat(world.told("generation.failed")).isZero();
    }

    @Test
    void aSecondTryThatTakesForEverLeavesTheFirst() {
        world.provider.blanks = 1;
        var generation = world.admitGuarded(caller);
        world.afterwards =
                () -> {
                    if (world.provider.runs.size() == 2) {
                        world.provider.takes = Duration.ofDays(1);
                    }
                };

        world.play(generation, Duration.ofMinutes(20));

        assertDelivered(generation, Verdict.RED, 2);
        assertThat(world.clock.instant()).isAfter(world.start.plus(World.DEADLINE));
    }

    @Test
    void whoCancelsWhileItIsHeldGetsWhatThereIs() {
        world.judge.takes = Duration.ofMinutes(2);
        var generation = world.admitGuarded(caller);
        world.playUntil(world.start.plusSeconds(20));
        assertThat(world.read(generation).state()).isInstanceOf(State.Held.class);

        world.cancel().cancel(generation.id(), world.clock.instant());
        world.playUntil(world.start.plusSeconds(40));

        assertThat(world.read(generation).state()).isInstanceOf(State.Succeeded.class);
        world.play(generation, LIMIT);
        assertDelivered(generation, Verdict.GREEN, 1);
    }

    @Test
    void messagesThatComeTwiceAndLatePayTwoTriesAndNoThird() {
        for (long seed = 0; seed < 8; seed++) {
            var other = new World();
            other.disorder = new Random(seed);
            other.provider.blanks = 1;
            other.provider.honoursKeys = false;
            var generation = other.admitGuarded(new Caller(caller.id() + seed));

            other.play(generation, LIMIT);

            assertThat(other.provider.runs).as("seed " + seed).hasSize(2);
            assertThat(other.read(generation).verdict())
                    .as("seed " + seed)
                    .isEqualTo(Verdict.GREEN);
        }
    }

    @Test
    void whereverItDiesBothTriesArePaidOnce() {
        int calls = calls();

        assertThat(calls).isGreaterThan(50);
        for (int call = 0; call < calls; call += 6) {
            assertSurvives(Crashes.before(call), "before call " + call);
            assertSurvives(Crashes.after(call + 1), "after call " + (call + 1));
        }
    }

    private int calls() {
        world.provider.blanks = 1;
        world.play(world.admitGuarded(caller), LIMIT);
        return world.crashes.calls();
    }

    private static void assertSurvives(Crashes crashes, String as) {
        var world = new World();
        world.crashes = crashes;
        world.provider.blanks = 1;
        world.provider.honoursKeys = false;
        var generation = world.admitGuarded(new Caller("crash-" + new Random().nextLong()));

        world.play(generation, LIMIT);

        assertThat(world.provider.runs).as(as).hasSize(2);
        assertThat(world.read(generation).state()).as(as).isInstanceOf(State.Succeeded.class);
        assertThat(world.read(generation).verdict()).as(as).isEqualTo(Verdict.GREEN);
        assertThat(world.told("generation.succeeded")).as(as).isBetween(1L, 2L);
    }

    private Generation assertDelivered(Generation generation, Verdict verdict, int runs) {
        var ended = world.read(generation);
        assertThat(ended.state()).isInstanceOf(State.Succeeded.class);
        assertThat(ended.rests()).isTrue();
        assertThat(ended.verdict()).isEqualTo(verdict);
        assertThat(world.provider.runs).hasSize(runs);
        return ended;
    }

    /// How many of this caller's runs were taken.
    private int counted() {
        int room = 0;
        while (new Works(world).secondRuns().count(new Ids(new Random()).generation(), caller)) {
            room++;
        }
        return Works.SECOND_RUNS - room;
    }
}
