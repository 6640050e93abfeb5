package dev.easel.sentinelpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.event.Event;
import dev.easel.judging.Asking;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The panel's five minutes in simulated time: every message that it sends arrives when it says,
/// twice if a test wants.
class SentinelPollTest extends Sitting {

    @Test
    void anEvaluatorThatNeedsFourMinutesIsWaitedFor() {
        var slow = new Slow(Duration.ofMinutes(4));
        var generation = succeeded();

        play(slow, generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(Duration.between(start, clock.instant()))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        assertThat(published).extracting(Event::type).containsExactly("evaluation.completed");
    }

    @Test
    void anEvaluatorThatNeverAnswersIsMissingWhenTheBudgetIsSpent() {
        var generation = succeeded();

        play(new Slow(Duration.ofDays(1)), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(clock.instant()).isEqualTo(start.plus(BUDGET));
        assertThat(evaluation(generation).findings())
                .filteredOn(finding -> finding.judge() == Judge.SENTINEL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.ABSTAIN))
                .satisfies(finding ->
                        assertThat(finding.reasoning()).isEqualTo("No answer came in time."));
    }

    @Test
    void messagesThatComeTwiceAskNobodyTwiceAndGiveOneVerdict() {
        var slow = new Slow(Duration.ofSeconds(20));
        var generation = succeeded();

        play(slow, generation, 2);

        assertThat(slow.asked).isEqualTo(1);
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(published).hasSize(1);
    }

    @Test
    void anEvaluatorThatCannotBeReachedAtFirstIsAskedAgain() {
        var busy = new Busy(3);
        var generation = succeeded();

        play(busy, generation, 2);

        assertThat(busy.asked).isEqualTo(4);
        assertThat(busy.questions).as("under one key, byte for byte").hasSize(1);
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
    }

    @Test
    void aStartThatWasCutOffBetweenTwoAnswersIsFinishedByTheNext() {
        var generation = succeeded();
        var evaluation = evaluation(generation);
        var lent = new Lent(URI.create("https://example.com/o"), null, null);
        evaluations.begin(evaluation, Judge.SENTINEL, lent, start);

        play(new Slow(Duration.ZERO), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
    }

    @Test
    void pollsNeverForkHoweverOftenTheirMessagesCome() {
        var slow = new Slow(Duration.ofMinutes(1));

        play(slow, succeeded(), 3);

        assertThat(slow.heard).isLessThan(15);
    }

    @Test
    void anEvaluatorThatDeclinesIsMissing() {
        var generation = succeeded();

        play(new Declining(), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(clock.instant())
                .as("nobody waits for who was never going to answer")
                .isEqualTo(start);
    }

    @Test
    void aVerdictThatWasNotPassedOnIsPassedOnByTheNextMessage() {
        var generation = succeeded();
        var evaluation = evaluation(generation);
        evaluations.conclude(evaluation, Verdict.AMBER, start);

        panel(new Declining()).take(evaluation.step(Kind.DEADLINE, 0));

        assertThat(verdict(generation)).isEqualTo(Verdict.AMBER);
        assertThat(published).hasSize(1);
    }

    @Test
    void aJudgeWhoseStartWasLostAbstainsAndSaysSo() {
        var generation = succeeded();
        var evaluation = evaluation(generation);

        panel(new Declining()).take(evaluation.step(Kind.DEADLINE, 0));

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(evaluation(generation).findings())
                .allMatch(finding -> finding.reasoning().contains("start_lost"));
    }

    /// Answers after its time, and counts how often it was asked.
    private final class Slow implements Evaluator {
        private final Duration time;
        private int asked;
        private int heard;

        Slow(Duration time) {
            this.time = time;
        }

        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            asked++;
            return new Asking.Taken("ticket");
        }

        @Override
        public Opinion hear(String ticket) {
            heard++;
            return clock.instant().isBefore(start.plus(time))
                    ? new Opinion.Pending()
                    : new Opinion.Given(
                            new Finding(
                                    Judge.SENTINEL,
                                    Result.PASS,
                                    null,
                                    "Fine.",
                                    List.of(),
                                    Map.of()));
        }
    }

    /// Has no time at first.
    private static final class Busy implements Evaluator {
        private final int refusals;
        private final Set<URI> questions = new HashSet<>();
        private int asked;

        Busy(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            questions.add(question.output());
            return ++asked <= refusals ? new Asking.Later("HTTP 503") : new Asking.Taken("ticket");
        }

        @Override
        public Opinion hear(String ticket) {
            return new Opinion.Given(
                    new Finding(Judge.SENTINEL, Result.PASS, null, "Fine.", List.of(), Map.of()));
        }
    }

    /// Will not look.
    private static final class Declining implements Evaluator {
        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            return new Asking.Declined("402");
        }

        @Override
        public Opinion hear(String ticket) {
            return new Opinion.Pending();
        }
    }
}
