package dev.easel.sentinelpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.failure.Billed;
import dev.easel.generation.Generation;
import dev.easel.judging.Account;
import dev.easel.judging.Asking;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Verdict;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Result;
import dev.easel.reliability.Sample;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the statistics learn of evaluations, in simulated time on real tables.
class SittingsTest extends Sitting {

    @Test
    void anEvaluationIsCountedWithTheTimeThatItAndEachOfItsJudgesTook() {
        var generation = succeeded();

        play(new Thinker(Duration.ofMinutes(4)), generation, 3);

        var row = row(generation);
        var took =
                Duration.between(
                        start, Objects.requireNonNull(evaluation(generation).ended()).at());
        assertThat(took).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        assertThat(row.at()).isEqualTo(start.plus(took));
        assertThat(row.sample())
                .isEqualTo(
                        new Sample(
                                new Result.Judged(Verdict.GREEN), took, false, Billed.NO, 0, true));
        assertThat(row.parts().keySet()).containsExactlyInAnyOrder("technical", "sentinel");
        assertThat(row.parts().get("technical"))
                .isEqualTo(found(Judge.TECHNICAL, dev.easel.judging.Result.PASS, Duration.ZERO));
        assertThat(row.parts().get("sentinel"))
                .isEqualTo(found(Judge.SENTINEL, dev.easel.judging.Result.PASS, took));
    }

    @Test
    void oneThatRunsOutOfTimeIsIncompleteAfterAllOfItsBudget() {
        var generation = succeeded();

        play(new Thinker(Duration.ofDays(1)), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        var sample = Objects.requireNonNull(row(generation).sample());
        assertThat(sample.result()).isEqualTo(new Result.Judged(Verdict.INCOMPLETE));
        assertThat(sample.latency()).isEqualTo(BUDGET);
        assertThat(sample.result().timed()).as("or the budget would look better").isTrue();
        assertThat(row(generation).parts().get("sentinel"))
                .isEqualTo(found(Judge.SENTINEL, dev.easel.judging.Result.ABSTAIN, BUDGET));
    }

    @Test
    void aJudgeThatWasNeverAskedTookNoTime() {
        var generation = succeeded();

        panel(new Thinker(Duration.ZERO)).take(evaluation(generation).step(Kind.DEADLINE, 0));

        assertThat(row(generation).parts().values())
                .extracting(Sample::latency)
                .containsOnlyNulls();
    }

    @Test
    void whoHadNoTimeAtFirstTookAsLongAsThePanelWaitedForIt() {
        var rubric = Rubrics.of(Task.TEXT_TO_IMAGE, List.of(Judge.FIRST_VIEWER));
        var generation = succeeded(rubric);
        var busy = new Busy(2);

        play(panel(new Thinker(Duration.ZERO), List.of(busy)), generation, 1);

        assertThat(busy.asked).isEqualTo(3);
        var waited = Duration.between(start, clock.instant());
        assertThat(waited).isPositive();
        assertThat(row(generation).parts().get("first_viewer"))
                .isEqualTo(found(Judge.FIRST_VIEWER, dev.easel.judging.Result.PASS, waited));
        assertThat(Objects.requireNonNull(row(generation).sample()).simulated())
                .as("nobody who sat is a simulator")
                .isFalse();
    }

    /// The verdict is there by then: nobody waits for the statistics.
    @Test
    void aVerdictThatCouldNotBeCountedStandsAndIsCountedByTheNextMessage() {
        var generation = succeeded();
        countsNothing = true;

        assertThatThrownBy(() -> play(new Thinker(Duration.ZERO), generation, 1))
                .hasMessage("no statistics today");
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(books.of(evaluation(generation))).isEmpty();
        countsNothing = false;
        clock.advance(Duration.ofMinutes(6));
        panel(new Thinker(Duration.ZERO)).take(evaluation(generation).step(Kind.DEADLINE, 0));

        assertThat(Objects.requireNonNull(row(generation).sample()).latency())
                .isEqualTo(Duration.ZERO);
        assertThat(Objects.requireNonNull(evaluation(generation).ended()).told()).isTrue();
        assertThat(published).hasSize(1);
    }

    private Observation row(Generation generation) {
        var rows = books.of(evaluation(generation));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static Sample found(Judge judge, dev.easel.judging.Result result, Duration took) {
        return new Sample(
                new Result.Found(result),
                took,
                false,
                judge.looksAtPixels() ? Billed.NO : Billed.UNKNOWN,
                null,
                judge == Judge.SENTINEL);
    }

    private static Finding pass(Judge judge) {
        return new Finding(
                judge, dev.easel.judging.Result.PASS, null, "Fine.", List.of(), Map.of());
    }

    /// Answers after its time.
    private final class Thinker implements Evaluator {
        private final Duration time;

        Thinker(Duration time) {
            this.time = time;
        }

        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            return time.isZero()
                    ? new Asking.Answered(pass(Judge.SENTINEL), Account.NONE)
                    : new Asking.Taken("ticket");
        }

        @Override
        public Opinion hear(String ticket) {
            return clock.instant().isBefore(start.plus(time))
                    ? new Opinion.Pending()
                    : new Opinion.Given(pass(Judge.SENTINEL));
        }
    }

    /// Has no time at first.
    private static final class Busy implements Evaluator {
        private final int refusals;
        private int asked;

        Busy(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public Judge judge() {
            return Judge.FIRST_VIEWER;
        }

        @Override
        public Asking ask(Question question) {
            return ++asked <= refusals
                    ? new Asking.Later("HTTP 503")
                    : new Asking.Answered(pass(Judge.FIRST_VIEWER), Account.NONE);
        }

        @Override
        public Opinion hear(String ticket) {
            throw new UnsupportedOperationException("its answer is the call");
        }
    }
}
