package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.id.EvaluationId;
import dev.easel.id.Ids;
import dev.easel.judging.Account;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Seat;
import dev.easel.judging.Verdict;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

class SittingsTest {

    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant VERDICT = START.plusSeconds(40);

    private final List<Observation> told = new ArrayList<>();
    private final Sittings sittings =
            new Sittings((_, _, observation) -> told.add(observation), Set.of(Judge.SENTINEL));

    @Test
    void whoHasNotAnsweredByTheVerdictIsNoPartOfIt() {
        var lent = new Lent(URI.create("https://example.com/o"), null, null);
        sittings.ended(
                evaluation(
                        answered(Judge.TECHNICAL, START, START.plusSeconds(1)),
                        answered(Judge.FIRST_VIEWER, START, VERDICT.plusSeconds(1)),
                        new Seat.Asked(Judge.SENTINEL, "ticket"),
                        new Seat.Starting(Judge.SECOND_VIEWER, START, lent)),
                Verdict.RED,
                VERDICT);

        assertThat(told)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.at()).isEqualTo(VERDICT);
                    assertThat(row.parts()).containsOnlyKeys("technical");
                    assertThat(row.sample())
                            .isEqualTo(
                                    new Sample(
                                            new Result.Judged(Verdict.RED),
                                            Duration.ofSeconds(40),
                                            false,
                                            Billed.NO,
                                            0,
                                            false));
                });
    }

    @Test
    void anEvaluationIsSimulatedAsSoonAsOneOfItsJudgesIs() {
        sittings.ended(
                evaluation(
                        answered(Judge.TECHNICAL, START, VERDICT),
                        answered(Judge.SENTINEL, START, VERDICT)),
                Verdict.GREEN,
                VERDICT);

        assertThat(told)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.sample()).extracting(Sample::simulated).isEqualTo(true);
                    assertThat(row.parts().get("technical"))
                            .extracting(Sample::simulated)
                            .isEqualTo(false);
                });
    }

    private static Seat answered(Judge judge, Instant asked, Instant at) {
        var finding =
                new Finding(
                        judge, dev.easel.judging.Result.PASS, null, "Fine.", List.of(), Map.of());
        return new Seat.Answered(finding, Account.NONE, asked, at);
    }

    private static Evaluation evaluation(Seat... seats) {
        var generation = new Ids(RandomGenerator.getDefault()).generation();
        var open =
                Evaluation.open(
                        generation,
                        EvaluationId.first(generation),
                        "req-1",
                        Rubrics.of(Task.EDIT),
                        START,
                        Duration.ofMinutes(5));
        return new Evaluation(
                open.generation(),
                open.id(),
                open.correlation(),
                open.rubric(),
                open.startedAt(),
                open.deadlineAt(),
                open.polls(),
                List.of(seats),
                null,
                List.of(),
                null);
    }
}
