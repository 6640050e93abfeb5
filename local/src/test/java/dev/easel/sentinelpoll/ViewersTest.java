package dev.easel.sentinelpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.judging.Account;
import dev.easel.judging.Asking;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;
import dev.easel.judging.Rubric;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Seat;
import dev.easel.judging.Verdict;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Judges whose answer is the call sit on a panel of four: each is asked once, and a verdict waits for
/// enough of them.
class ViewersTest extends Sitting {

    private static final List<Judge> OTHERS =
            List.of(Judge.SENTINEL, Judge.FIRST_VIEWER, Judge.SECOND_VIEWER, Judge.THIRD_VIEWER);
    private static final Account PAID =
            new Account("model-1", 1200L, 80L, new BigDecimal("0.0031"), "{\"criteria\":[]}");

    private final Rubric rubric = Rubrics.of(Task.TEXT_TO_IMAGE, OTHERS);
    private final Viewer first = new Viewer(Judge.FIRST_VIEWER, Result.PASS);
    private final Viewer second = new Viewer(Judge.SECOND_VIEWER, Result.PASS);
    private final Viewer third = new Viewer(Judge.THIRD_VIEWER, Result.PASS);
    private final SentinelPoll panel =
            panel(new Viewer(Judge.SENTINEL, Result.PASS), List.of(first, second, third));

    @Test
    void eachIsAskedOnceHoweverOftenMessagesCome() {
        var generation = succeeded(rubric);

        play(panel, generation, 3);

        assertThat(List.of(first.asked, second.asked, third.asked)).containsExactly(1, 1, 1);
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(published).hasSize(1);
        assertThat(published.getFirst().detail()).containsEntry("disagreement", "0.00");
    }

    @Test
    void whatTheAnswerCameFromAndWhatItCostIsKept() {
        var generation = succeeded(rubric);

        play(panel, generation, 1);

        assertThat(evaluation(generation).seats())
                .contains(new Seat.Answered(first.finding(), PAID, start, start));
        assertThat(evaluation(generation).rubric().hash()).isEqualTo(rubric.hash());
    }

    @Test
    void twoWhoRefuseAreSparedAndThreeAreNot() {
        first.answer = Result.ABSTAIN;
        second.answer = Result.ABSTAIN;
        var spared = succeeded(rubric);
        play(panel, spared, 1);

        third.answer = Result.ABSTAIN;
        var missing = succeeded(rubric);
        play(panel, missing, 1);

        assertThat(verdict(spared)).isEqualTo(Verdict.GREEN);
        assertThat(verdict(missing)).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void oneWhoContradictsMakesItAmberAndTheQuarrelIsPublished() {
        second.answer = Result.FAIL;
        var generation = succeeded(rubric);

        play(panel, generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.AMBER);
        // Three of the six pairs.
        assertThat(published.getFirst().detail()).containsEntry("disagreement", "0.50");
    }

    @Test
    void oneThatHadNoTimeAndDidNothingIsAskedAgain() {
        first.busyFor = 2;
        var generation = succeeded(rubric);

        play(panel, generation, 2);

        assertThat(first.asked).isEqualTo(3);
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
    }

    @Test
    void oneWhoseFunctionDiedOverItIsNotAskedAgainAndAbstains() {
        var generation = succeeded(rubric);
        var lent = new Lent(URI.create("https://example.com/o"), null, null);
        evaluations.begin(evaluation(generation), Judge.FIRST_VIEWER, lent, start);
        second.answer = Result.ABSTAIN;
        third.answer = Result.ABSTAIN;

        play(panel, generation, 2);

        assertThat(first.asked).isZero();
        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(clock.instant()).isEqualTo(start.plus(BUDGET));
        assertThat(evaluation(generation).findings())
                .filteredOn(finding -> finding.judge() == Judge.FIRST_VIEWER)
                .singleElement()
                .satisfies(finding -> assertThat(finding.reasoning()).contains("start_lost"));
    }

    @Test
    void oneWhoIsNoLongerOnThePanelAbstains() {
        var generation = succeeded(rubric);

        play(panel(new Viewer(Judge.SENTINEL, Result.PASS), List.of(first, second)), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(evaluation(generation).findings())
                .anyMatch(finding ->
                        finding.judge() == Judge.THIRD_VIEWER
                                && finding.result() == Result.ABSTAIN);
    }

    @Test
    void aPictureThatIsNoneSparesThemAll() {
        var generation = broken(rubric);

        play(panel, generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.RED);
        assertThat(List.of(first.asked, second.asked, third.asked)).containsExactly(0, 0, 0);
    }

    @Test
    void aPanelWithoutTheEvaluationServiceSitsToo() {
        var own = List.of(Judge.FIRST_VIEWER, Judge.SECOND_VIEWER);
        var generation = succeeded(Rubrics.of(Task.TEXT_TO_IMAGE, own));
        var service = new Viewer(Judge.SENTINEL, Result.FAIL);

        play(panel(service, List.of(first, second)), generation, 2);

        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(service.asked).isZero();
    }

    @Test
    void anAnswerAfterTheVerdictChangesNothing() {
        var generation = succeeded(rubric);
        play(panel, generation, 1);

        first.answer = Result.FAIL;
        var evaluation = evaluation(generation);
        panel.take(evaluation.asking(Judge.FIRST_VIEWER, 0));
        panel.take(evaluation.step(Kind.START, 0));

        assertThat(evaluation(generation)).isEqualTo(evaluation);
        assertThat(first.asked).isEqualTo(1);
    }

    /// Answers at once, and is paid for it.
    private static final class Viewer implements Evaluator {
        private final Judge judge;
        private Result answer;
        private int busyFor;
        private int asked;

        Viewer(Judge judge, Result answer) {
            this.judge = judge;
            this.answer = answer;
        }

        @Override
        public Judge judge() {
            return judge;
        }

        @Override
        public Asking ask(Question question) {
            return ++asked <= busyFor
                    ? new Asking.Later("HTTP 429")
                    : new Asking.Answered(finding(), PAID);
        }

        Finding finding() {
            return new Finding(judge, answer, null, "So it is.", List.of(), Map.of());
        }

        @Override
        public Opinion hear(String ticket) {
            throw new UnsupportedOperationException("it answers at once");
        }
    }
}
