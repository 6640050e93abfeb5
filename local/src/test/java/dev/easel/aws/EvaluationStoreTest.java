package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.id.Ids;
import dev.easel.image.Box;
import dev.easel.judging.Account;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Fault;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Limit;
import dev.easel.judging.Result;
import dev.easel.judging.Rubric;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Seat;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What of an evaluation is written once stays, whoever writes again.
class EvaluationStoreTest {

    /// Far ahead: its evaluations are due after all others that share the tables.
    private static final Instant NOW = Instant.parse("2096-11-23T12:00:00Z");

    private static final Instant ASKED = NOW.minusSeconds(2);
    private static final Ids IDS = new Ids(RandomGenerator.getDefault());

    private final Map<String, String> env = LiveStack.get().environment("DispatchFunction");
    private final DynamoEvaluations evaluations =
            new DynamoEvaluations(new Aws(env).dynamo(), env.getOrDefault("EVALUATIONS_TABLE", ""));

    @Test
    void aSeatIsTakenOnceAndItsFirstAnswerStays() {
        var evaluation = evaluation();
        evaluations.start(evaluation);
        evaluations.start(evaluation);
        var finding =
                new Finding(
                        Judge.CHANGE,
                        Result.FAIL,
                        Fault.UNCHANGED,
                        "Nothing changed.",
                        List.of(new Box(1, 2, 3, 4)),
                        Map.of("changed", 0.25, "rows", 3.0),
                        Map.of("changed", new Limit(Limit.Bound.AT_LEAST, 0.3)));
        var lent = new Lent(URI.create("https://example.com/o?s=1"), null, null);
        var other = new Lent(URI.create("https://example.com/o?s=2"), null, null);
        assertThat(evaluations.begin(evaluation, Judge.SENTINEL, lent, NOW)).isTrue();
        assertThat(evaluations.begin(evaluation, Judge.SENTINEL, other, NOW)).isFalse();
        assertThat(evaluations.of(evaluation.generation()).getFirst().seats())
                .containsExactly(new Seat.Starting(Judge.SENTINEL, NOW, lent));
        evaluations.asked(evaluation, Judge.SENTINEL, "ticket");
        evaluations.asked(evaluation, Judge.SENTINEL, "another ticket");
        var account = new Account("model-1", 10L, null, new BigDecimal("0.0010"), "{}");
        assertThat(evaluations.answer(evaluation, finding, account, ASKED, NOW)).isTrue();
        assertThat(
                        evaluations.answer(
                                evaluation,
                                Finding.abstain(Judge.CHANGE, "late"),
                                Account.NONE,
                                null,
                                NOW))
                .isFalse();

        var read = evaluations.find(evaluation.generation(), evaluation.id()).orElseThrow();
        assertThat(read.seats())
                .containsExactlyInAnyOrder(
                        new Seat.Answered(finding, account, ASKED, NOW),
                        new Seat.Asked(Judge.SENTINEL, "ticket"));
    }

    @Test
    void anEvaluationKeepsTheRubricThatItBeganWith() {
        var rubric =
                new Rubric(
                        Task.CUT_OUT,
                        99,
                        List.of(Judge.TECHNICAL, Judge.SENTINEL),
                        Set.of(Judge.TECHNICAL),
                        1,
                        Rubrics.of(Task.CUT_OUT).criteria());
        var id = IDS.generation();
        var evaluation =
                Evaluation.open(id, IDS.evaluation(), "req-1", rubric, NOW, Duration.ofMinutes(5));

        evaluations.start(evaluation);

        assertThat(evaluations.of(id)).containsExactly(evaluation);
    }

    @Test
    void aPollIsTakenOnceAndInOrder() {
        var evaluation = evaluation();
        evaluations.start(evaluation);

        assertThat(evaluations.takePoll(evaluation, 1, NOW)).isFalse();
        assertThat(evaluations.takePoll(evaluation, 0, NOW)).isTrue();
        assertThat(evaluations.takePoll(evaluation, 0, NOW)).isFalse();
        assertThat(evaluations.takePoll(evaluation, 1, NOW)).isTrue();
        assertThat(evaluations.of(evaluation.generation()).getFirst().polls()).isEqualTo(2);
        evaluations.conclude(evaluation, Verdict.GREEN, NOW);
        assertThat(evaluations.overdue(NOW.plusSeconds(1), 1000))
                .extracting(Evaluations.Overdue::evaluation)
                .as("it has ended, but nobody was told")
                .contains(evaluation.id());
        evaluations.close(evaluation);
        assertThat(evaluations.overdue(NOW.plusSeconds(1), 1000))
                .extracting(Evaluations.Overdue::evaluation)
                .doesNotContain(evaluation.id());
        assertThat(evaluations.takePoll(evaluation, 2, NOW)).as("it has ended").isFalse();
    }

    @Test
    void anEvaluationsVerdictNeverChanges() {
        var evaluation = evaluation();
        evaluations.start(evaluation);

        assertThat(evaluations.conclude(evaluation, Verdict.AMBER, NOW)).isTrue();
        assertThat(evaluations.conclude(evaluation, Verdict.GREEN, NOW)).isFalse();
        assertThat(evaluations.of(evaluation.generation()))
                .singleElement()
                .extracting(Evaluation::verdict)
                .isEqualTo(Verdict.AMBER);
    }

    @Test
    void aJudgeThatHadNoTimeIsAskedAgainOnceForEachNumber() {
        var evaluation = evaluation();
        evaluations.start(evaluation);
        var lent = new Lent(URI.create("https://example.com/o?s=1"), null, null);
        evaluations.begin(evaluation, Judge.FIRST_VIEWER, lent, NOW.minusSeconds(9));

        assertThat(evaluations.again(evaluation, Judge.FIRST_VIEWER, 2)).isFalse();
        assertThat(evaluations.again(evaluation, Judge.FIRST_VIEWER, 1)).isTrue();
        assertThat(evaluations.again(evaluation, Judge.FIRST_VIEWER, 1)).isFalse();
        evaluations.answer(
                evaluation, Finding.abstain(Judge.FIRST_VIEWER, "late"), Account.NONE, null, NOW);
        assertThat(evaluations.of(evaluation.generation()).getFirst().seats())
                .singleElement()
                .extracting(seat -> ((Seat.Answered) seat).askedAt())
                .as("the time that it took begins with the first asking")
                .isEqualTo(NOW.minusSeconds(9));
        assertThat(evaluations.again(evaluation, Judge.FIRST_VIEWER, 2))
                .as("it has answered")
                .isFalse();
        assertThat(evaluations.again(evaluation, Judge.SECOND_VIEWER, 1))
                .as("it was never begun")
                .isFalse();
    }

    private static Evaluation evaluation() {
        return Evaluation.open(
                IDS.generation(),
                IDS.evaluation(),
                "req-1",
                Rubrics.of(Task.OBJECT_REMOVAL),
                NOW,
                Duration.ofMinutes(5));
    }
}
