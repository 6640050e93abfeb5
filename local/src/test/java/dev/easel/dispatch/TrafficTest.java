package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.catalog.Catalog;
import dev.easel.dispatch.ScriptedProvider.Play;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.guard.Caller;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Result;
import dev.easel.reliability.Sample;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// What the statistics learn of attempts, in simulated time on real tables. That each is counted once,
/// through doubled messages and crashes at every call, stands in [DisorderTest] and [CrashTest].
class TrafficTest {

    private static final Duration LIMIT = Duration.ofMinutes(90);
    private static final URI GONE = URI.create("http://127.0.0.1:1/gone.png");

    private final World world = new World();

    @Test
    void aFailedAttemptAndTheSuccessOfWhoWasAskedNextAreTwoRows() {
        world.another("google");
        world.catalog = Catalog.STANDARD.with(Set.of("runflow", "google"));
        world.provider.script.add(Play.RATE_LIMITED);
        var generation = world.admit();

        world.play(generation, LIMIT);

        var ended = world.read(generation);
        var rows = world.books.of(ended);
        assertThat(rows)
                .extracting(Observation::at)
                .isEqualTo(ended.attempts().stream().map(Attempt::endedAt).toList());
        assertThat(rows)
                .extracting(TrafficTest::sample)
                .containsExactly(
                        new Sample(
                                new Result.Failed(FailureClass.RATE_LIMITED),
                                null,
                                false,
                                Billed.NO,
                                80_000,
                                true),
                        new Sample(
                                new Result.Success(),
                                ended.attempt().latency().orElseThrow(),
                                true,
                                Billed.YES,
                                67_000,
                                false));
    }

    @Test
    void aBillThatIsLearnedLateIsWrittenOverTheDoubt() {
        world.provider.takes = Duration.ofMinutes(25);
        var generation = world.admit();

        world.playUntil(world.start.plus(World.DEADLINE).plusSeconds(70));
        var before = only(world, generation);
        world.play(generation, LIMIT);
        var after = only(world, generation);

        assertThat(sample(before).result()).isEqualTo(new Result.Failed(FailureClass.TIMEOUT));
        assertThat(sample(before).billed()).isEqualTo(Billed.UNKNOWN);
        assertThat(sample(after).result()).isEqualTo(new Result.Failed(FailureClass.TIMEOUT));
        assertThat(sample(after).billed()).isEqualTo(Billed.YES);
        assertThat(after.at()).as("in the same hour").isEqualTo(before.at());
    }

    /// Between the bill and the row it dies: the generation is still open, and is swept.
    @Test
    void aBillIsNotLostWhereverItsBearerDies() {
        int calls = settle(Crashes.never());

        for (int call = calls - 8; call < calls; call++) {
            settle(Crashes.before(call));
            settle(Crashes.after(call));
        }
    }

    @Test
    void aPictureThatCouldNotBeFetchedIsNoSuccess() {
        world.provider.output = GONE;
        var generation = world.admit();

        world.play(generation, LIMIT);

        assertThat(world.read(generation).state()).isInstanceOf(State.Failed.class);
        var row = only(world, generation);
        assertThat(sample(row).result())
                .isEqualTo(new Result.Failed(FailureClass.OUTPUT_FETCH_FAILED));
        assertThat(sample(row).picture()).isFalse();
        assertThat(sample(row).billed()).isEqualTo(Billed.YES);
    }

    @Test
    void aSecondTryWhosePictureNeverCameIsNoSuccessAndTheFirstStaysOne() {
        world.provider.blanks = 1;
        var generation = world.admitGuarded(new Caller("guarded-" + new Random().nextLong()));
        world.afterwards =
                () -> {
                    if (world.provider.submits == 2) {
                        world.provider.output = GONE;
                    }
                };

        world.play(generation, LIMIT);

        assertThat(world.read(generation).state()).isInstanceOf(State.Succeeded.class);
        assertThat(world.books.of(world.read(generation)))
                .extracting(row -> sample(row).result().wire())
                .containsExactly("success", "output_fetch_failed");
    }

    @Test
    void whatIsCancelledIsCountedAsSuch() {
        world.provider.takes = Duration.ofSeconds(60);
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(10));
        world.cancel().cancel(generation.id(), world.clock.instant());

        world.play(generation, LIMIT);

        var row = only(world, generation);
        assertThat(sample(row).result()).isEqualTo(new Result.Failed(FailureClass.CANCELLED));
        assertThat(sample(row).billed()).isEqualTo(Billed.YES);
    }

    @Test
    void aPackageCountsAsItsChildren() {
        var whole = world.admitPackage(3);

        world.play(whole, LIMIT);
        world.children(whole).forEach(child -> world.play(child, LIMIT));

        assertThat(world.children(whole))
                .hasSize(3)
                .allSatisfy(child -> {
                    assertThat(world.books.of(child)).hasSize(1);
                    assertThat(world.books.of(world.evaluation(child))).hasSize(1);
                });
    }

    /// What runs is cancelled, and billed when it ends.
    private static int settle(Crashes crashes) {
        var world = new World();
        world.crashes = crashes;
        world.provider.takes = Duration.ofSeconds(60);
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(10));
        world.cancel().cancel(generation.id(), world.clock.instant());

        world.play(generation, LIMIT);

        assertThat(sample(only(world, generation)).billed()).isEqualTo(Billed.YES);
        return crashes.calls();
    }

    private static Observation only(World world, Generation generation) {
        var rows = world.books.of(world.read(generation));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static Sample sample(Observation row) {
        return Objects.requireNonNull(row.sample());
    }
}
