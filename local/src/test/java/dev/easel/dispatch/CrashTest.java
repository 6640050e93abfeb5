package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;

/// A generation whose function dies once, right before or right after each of the calls that it makes
/// to the outside world: it comes to rest all the same, and is paid once.
class CrashTest {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    /// A minute overdue, a sweep a minute, and the work that was left.
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /// Even at a provider that ignores idempotency keys: it can be asked.
    @Test
    void whereverItDiesItIsPaidOnceAndJudged() {
        int calls = undisturbed();

        assertThat(calls).isGreaterThan(30);
        for (int call = 0; call < calls; call++) {
            assertSurvives(Crashes.before(call), "before call " + call);
            assertSurvives(Crashes.after(call), "after call " + call);
        }
    }

    @Test
    void howeverOftenItDiesItIsPaidOnce() {
        for (long seed = 0; seed < 20; seed++) {
            var world = new World();
            world.crashes = Crashes.atRandom(seed, 12);
            var generation = world.admit();
            world.play(generation, LIMIT);

            var as = "seed " + seed;
            assertThat(world.restedAt).as(as).isNotNull();
            assertThat(world.provider.runs).as(as).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static int undisturbed() {
        var world = new World();
        var generation = world.admit();
        world.play(generation, LIMIT);
        assertGood(world, world.read(generation), "undisturbed");
        return world.crashes.calls();
    }

    private static void assertSurvives(Crashes crashes, String as) {
        var world = new World();
        world.crashes = crashes;
        world.provider.honoursKeys = false;
        var generation = world.admit();

        world.play(generation, LIMIT);
        // It rests, and may not have been counted yet.
        world.playUntil(world.clock.instant().plus(PATIENCE));

        assertGood(world, world.read(generation), as);
        var crashed = world.crashedAt;
        if (crashed != null) {
            var rested = Objects.requireNonNull(world.restedAt, as);
            assertThat(Duration.between(crashed, rested)).as(as).isLessThanOrEqualTo(PATIENCE);
        }
    }

    private static void assertGood(World world, Generation rested, String as) {
        assertThat(rested.state()).as(as).isInstanceOf(State.Succeeded.class);
        assertThat(rested.verdict()).as(as).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.runs).as(as).hasSize(1);
        assertThat(rested.attempts()).as(as).hasSize(1);
        assertThat(rested.attempt().billed()).as(as).isEqualTo(Billed.YES);
        // May be told twice, never not at all.
        assertThat(world.told("generation.succeeded")).as(as).isBetween(1L, 2L);
        assertThat(world.told("evaluation.completed")).as(as).isBetween(1L, 2L);
        assertThat(rested.warnings()).as(as).hasSize(1);
        assertThat(world.books.of(rested)).as(as).hasSize(1);
        assertThat(world.books.of(world.evaluation(rested))).as(as).hasSize(1);
    }
}
