package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.dispatch.ScriptedProvider.Play;
import dev.easel.generation.Generation;
import dev.easel.generation.Outcome;
import dev.easel.generation.State;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// A set of outputs out of one photo in: its children work, it only counts.
class PackagesTest {

    private static final Duration LIMIT = Duration.ofMinutes(40);

    private World world = new World();

    @Test
    void aPackageSucceedsWhenAllOfItsChildrenDo() {
        var whole = play(3);

        assertThat(outcome(whole)).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.provider.runs).hasSize(3);
        assertThat(world.children(whole))
                .extracting(Generation::verdict)
                .containsOnly(Verdict.GREEN);
        assertThat(world.told("generation.succeeded")).isEqualTo(4);
    }

    @Test
    void oneChildThatFailsLeavesAPart() {
        world.provider.script.add(Play.MODERATED);

        assertThat(outcome(play(3))).isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void itFailsWhenAllOfThemDo() {
        world.provider.script.addAll(List.of(Play.MODERATED, Play.MODERATED));

        assertThat(outcome(play(2))).isEqualTo(Outcome.FAILED);
        assertThat(world.told("generation.failed")).isEqualTo(3);
    }

    @Test
    void stoppingItStopsEveryChildAndWhatHasEndedStays() {
        var whole = world.admitPackage(3);
        world.playUntil(world.start.plusSeconds(3));

        world.cancel().cancel(whole.id(), world.clock.instant());
        finish(whole);

        assertThat(outcome(whole)).isEqualTo(Outcome.CANCELLED);
        assertThat(world.children(whole))
                .extracting(Generation::state)
                .allSatisfy(state -> assertThat(state).isInstanceOf(State.Cancelled.class));
    }

    @Test
    void aMessageThatIsLostDelaysItsEndAndNothingElse() {
        var whole = world.admitPackage(2);
        world.playUntil(world.start.plusSeconds(4));
        world.losesMessages = true;
        world.playUntil(world.start.plusSeconds(60));
        world.losesMessages = false;

        finish(whole);

        assertThat(outcome(whole)).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.provider.runs).hasSize(2);
    }

    /// Every thirteenth call, so that the test does not last for minutes; which ones these are changes
    /// with the code.
    @Test
    void whereverItsFunctionDiesItComesToItsEndOnceAndEachChildIsPaidOnce() {
        var undisturbed = play(2);
        int calls = world.crashes.calls();

        assertThat(outcome(undisturbed)).isEqualTo(Outcome.SUCCEEDED);
        for (int call = 0; call < calls; call += 13) {
            assertSurvives(Crashes.before(call), "before call " + call);
            assertSurvives(Crashes.after(call), "after call " + call);
        }
    }

    private void assertSurvives(Crashes crashes, String as) {
        world = new World();
        world.crashes = crashes;

        var whole = play(2);

        assertThat(outcome(whole)).as(as).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.provider.runs).as(as).hasSize(2);
    }

    private Generation play(int parts) {
        var whole = world.admitPackage(parts);
        finish(whole);
        return whole;
    }

    private void finish(Generation whole) {
        world.children(whole).forEach(child -> world.play(child, LIMIT));
        world.play(whole, LIMIT);
    }

    private Outcome outcome(Generation whole) {
        var state = world.read(whole).state();
        assertThat(state).isInstanceOf(State.Gathered.class);
        return ((State.Gathered) state).outcome();
    }
}
