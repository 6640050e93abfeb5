package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.dispatch.ScriptedProvider.Play;
import dev.easel.failure.Billed;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureClass;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;

/// What is sent, asked, sent again and paid.
class MoneyTest {

    private static final Duration LIMIT = Duration.ofMinutes(90);

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSubmitWhoseAnswerWasLostIsFoundAndNotSentAgain(boolean honoursKeys) {
        world.provider.honoursKeys = honoursKeys;
        script(Play.ANSWER_LOST);

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.submits).isEqualTo(1);
        assertThat(world.provider.runs).hasSize(1);
    }

    @Test
    void aListThatLagsIsAskedAgainBeforeItIsBelieved() {
        world.provider.honoursKeys = false;
        world.provider.listLag = Duration.ofSeconds(25);
        script(Play.ANSWER_LOST);

        assertThat(play().verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.submits).isEqualTo(1);
    }

    @Test
    void aSubmitThatNeverArrivedIsSentAgainUnderTheSameReference() {
        script(Play.REQUEST_LOST);

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(rested.attempts()).singleElement().extracting(a -> a.sends()).isEqualTo(2);
        assertThat(world.provider.runs)
                .singleElement()
                .extracting(ScriptedProvider.Run::reference)
                .isEqualTo(rested.attempt().id());
    }

    @Test
    void oneThatNeverArrivesIsGivenUpAndNothingIsOwed() {
        script(Play.REQUEST_LOST, Play.REQUEST_LOST);

        var rested = play();

        assertFailed(rested, FailureClass.CONNECT, Billed.NO, true);
        assertThat(world.provider.runs).isEmpty();
    }

    @Test
    void whatTheProviderSaidThatItHasIsNeverSentAgainThoughItsListDoesNotShowIt() {
        script(Play.UNNAMED);

        assertFailed(play(), FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, false);
        assertThat(world.provider.submits).isEqualTo(1);
    }

    @Test
    void afterADoubtfulSubmitARefusalIsNotFollowedByAnotherReference() {
        script(Play.REQUEST_LOST, Play.RATE_LIMITED);

        assertFailed(play(), FailureClass.RATE_LIMITED, Billed.NO, true);
        assertThat(world.provider.submits).isEqualTo(2);
    }

    @Test
    void aProviderThatCannotBeAskedIsNeverSentAnythingAgain() {
        world.provider.answersQuestions = false;
        script(Play.ANSWER_LOST);

        var rested = play();

        assertFailed(rested, FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, false);
        assertThat(world.provider.submits).isEqualTo(1);
    }

    @Test
    void whileItIsReconciledItSaysSoAndRuns() {
        world.provider.answersQuestions = false;
        script(Play.ANSWER_LOST);
        var generation = world.admit();

        world.playUntil(world.start.plusSeconds(30));

        assertThat(world.read(generation).state())
                .isInstanceOf(State.Reconciling.class)
                .extracting(State::status)
                .isEqualTo("running");
    }

    @Test
    void aRefusalThatPassesIsFollowedByAnotherAttempt() {
        script(Play.RATE_LIMITED, Play.RATE_LIMITED);

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(rested.attempts()).hasSize(3);
        assertThat(rested.attempts()).extracting(a -> a.id()).doesNotHaveDuplicates();
        assertThat(rested.attempts())
                .extracting(a -> a.billed())
                .containsExactly(Billed.NO, Billed.NO, Billed.YES);
    }

    @Test
    void aRefusalThatLastsIsRepeatedThreeTimesAndToldAsItWas() {
        world.provider.script.addAll(Collections.nCopies(20, Play.RATE_LIMITED));

        var rested = play();

        assertFailed(rested, FailureClass.RATE_LIMITED, Billed.NO, true);
        assertThat(world.provider.submits).isEqualTo(4);
    }

    @Test
    void aRefusalThatWillNotPassIsNotRepeated() {
        script(Play.MODERATED);

        assertFailed(play(), FailureClass.CONTENT_POLICY, Billed.NO, false);
        assertThat(world.provider.submits).isEqualTo(1);
    }

    @Test
    void aRunThatNeverEndsIsATimeoutAndWhatItCostIsSettledWhenItEnds() {
        world.provider.takes = Duration.ofMinutes(25);
        var generation = world.admit();

        world.playUntil(world.start.plus(World.DEADLINE).plusSeconds(70));
        assertFailed(world.read(generation), FailureClass.TIMEOUT, Billed.UNKNOWN, false);

        world.play(generation, LIMIT);
        assertFailed(world.read(generation), FailureClass.TIMEOUT, Billed.YES, true);
        assertThat(world.told("generation.failed")).isEqualTo(1);
    }

    @Test
    void whatIsNeverKnownIsGivenUpAnHourAfterTheDeadline() {
        world.provider.takes = Duration.ofDays(1);

        assertFailed(play(), FailureClass.TIMEOUT, Billed.UNKNOWN, false);
        assertThat(Duration.between(world.start, world.clock.instant()))
                .isLessThan(Duration.ofMinutes(80));
    }

    @Test
    void whatWaitsIsCancelledAtOnceAndNothingIsSent() {
        var generation = world.admit();

        var cancelled = world.cancel().cancel(generation.id(), world.clock.instant());
        world.play(generation, LIMIT);

        assertThat(cancelled.state()).isEqualTo(new State.Cancelled(Billed.NO));
        assertThat(world.read(generation).state()).isEqualTo(cancelled.state());
        assertThat(world.provider.submits).isZero();
        assertThat(world.told("generation.cancelled")).isEqualTo(1);
    }

    @Test
    void whatRunsIsCancelledAtItsNextStepAndItsLateResultIsBooked() {
        world.provider.takes = Duration.ofSeconds(60);
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(10));

        var asked = world.cancel().cancel(generation.id(), world.clock.instant());
        assertThat(asked.cancelRequested()).isTrue();
        assertThat(asked.state()).isInstanceOf(State.Running.class);

        world.playUntil(world.start.plusSeconds(30));
        assertThat(world.read(generation).state()).isEqualTo(new State.Cancelled(Billed.UNKNOWN));

        world.play(generation, LIMIT);
        var settled = world.read(generation);
        assertThat(settled.state()).isEqualTo(new State.Cancelled(Billed.YES));
        assertThat(settled.attempt().billed()).isEqualTo(Billed.YES);
        assertThat(settled.evaluation()).isNull();
        assertThat(world.told("generation.cancelled")).isEqualTo(1);
    }

    @Test
    void aCancelWhileNobodyKnowsWhetherItArrivedFindsOutFirst() {
        script(Play.REQUEST_LOST);
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(4));

        world.cancel().cancel(generation.id(), world.clock.instant());
        world.play(generation, LIMIT);

        assertThat(world.read(generation).state()).isEqualTo(new State.Cancelled(Billed.NO));
        assertThat(world.provider.submits).isEqualTo(1);
    }

    /// At every second of its life: it is cancelled or it was too late, and it is paid at most once.
    @Test
    void whenEverItIsCancelledItComesToRest() {
        for (int second = 0; second < 24; second++) {
            var other = new World();
            var generation = other.admit();
            other.playUntil(other.start.plusSeconds(second));
            var as = "after " + second + " s";
            if (other.read(generation).state().isTerminal()) {
                assertThatThrownBy(
                                () -> other.cancel().cancel(generation.id(), other.clock.instant()))
                        .as(as)
                        .isInstanceOf(FailureException.class)
                        .extracting(e -> ((FailureException) e).failure())
                        .isEqualTo(new Failure.AlreadyEnded("succeeded"));
                continue;
            }
            other.cancel().cancel(generation.id(), other.clock.instant());
            other.play(generation, LIMIT);

            var rested = other.read(generation);
            assertThat(rested.rests()).as(as).isTrue();
            assertThat(rested.state()).as(as).isInstanceOf(State.Cancelled.class);
            assertThat(other.provider.runs).as(as).hasSizeLessThanOrEqualTo(1);
            assertThat(rested.state())
                    .as(as)
                    .isEqualTo(
                            new State.Cancelled(
                                    other.provider.runs.isEmpty() ? Billed.NO : Billed.YES));
        }
    }

    @Test
    void whoCancelsTwiceIsToldTheSame() {
        var generation = world.admit();
        var first = world.cancel().cancel(generation.id(), world.clock.instant());

        assertThat(world.cancel().cancel(generation.id(), world.clock.instant())).isEqualTo(first);
    }

    private Generation play() {
        var generation = world.admit();
        world.play(generation, LIMIT);
        var rested = world.read(generation);
        assertThat(rested.rests()).isTrue();
        return rested;
    }

    private void script(Play... plays) {
        Stream.of(plays).forEach(world.provider.script::add);
    }

    private static void assertFailed(
            Generation generation, FailureClass kind, Billed billed, boolean retryable) {
        assertThat(generation.state()).isInstanceOf(State.Failed.class);
        var failure = ((State.Failed) generation.state()).failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.billed()).isEqualTo(billed);
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(generation.attempt().billed()).isEqualTo(billed);
    }
}
