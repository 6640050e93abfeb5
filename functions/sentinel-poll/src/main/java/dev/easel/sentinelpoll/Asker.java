package dev.easel.sentinelpoll;

import dev.easel.asset.Assets;
import dev.easel.asset.Loans;
import dev.easel.door.Log;
import dev.easel.generation.Generation;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Seat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Asks the evaluator and hears it.
public final class Asker {

    /// Longer than the budget of an evaluation: who looks late still sees.
    private static final Duration LOAN = Duration.ofMinutes(15);

    private final Evaluator evaluator;
    private final Evaluations evaluations;
    private final Loans loans;
    private final Log log;

    public Asker(Evaluator evaluator, Evaluations evaluations, Assets assets, Log log) {
        this.evaluator = evaluator;
        this.evaluations = evaluations;
        this.loans = new Loans(assets, LOAN);
        this.log = log;
    }

    Judge judge() {
        return evaluator.judge();
    }

    /// Takes the judge's seat, with what it is lent.
    void begin(Generation generation, Evaluation evaluation, Instant now) {
        var order = generation.order();
        var lent =
                new Lent(
                        loans.lend(PixelPanel.output(generation)),
                        loans.lendAny(order.image()),
                        loans.lendAny(order.mask()));
        evaluations.begin(evaluation, evaluator.judge(), lent, now);
    }

    /// Goes one step on: puts the question, or hears whether there is an answer. True when there is
    /// nothing more to wait for.
    boolean follow(Generation generation, Evaluation evaluation) {
        return switch (seat(evaluation)) {
            case Seat.Answered _ -> true;
            case Seat.Asked(_, var ticket) -> hear(evaluation, ticket);
            case Seat.Starting(_, _, var lent) -> ask(generation, evaluation, lent);
        };
    }

    private Seat seat(Evaluation evaluation) {
        return evaluation.seats().stream()
                .filter(seat -> seat.judge() == evaluator.judge())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                evaluator.judge().wire() + " has no seat in " + evaluation.id()));
    }

    private boolean ask(Generation generation, Evaluation evaluation, Lent lent) {
        var question =
                new Question(
                        evaluation.id(),
                        evaluation.rubric().task(),
                        List.of(),
                        lent.output(),
                        lent.photo(),
                        lent.mask(),
                        generation.order().prompt(),
                        _ -> List.of());
        return switch (evaluator.ask(question)) {
            case Asking.Taken(var ticket) -> {
                evaluations.asked(evaluation, evaluator.judge(), ticket);
                yield false;
            }
            case Asking.Answered(var finding) -> {
                evaluations.answer(evaluation, finding);
                yield true;
            }
            case Asking.Later(var reason) -> {
                tell("judge not reached", evaluation, reason);
                yield false;
            }
            case Asking.Declined(var reason) -> {
                tell("judge declined", evaluation, reason);
                var abstention = Finding.abstain(evaluator.judge(), "It could not be asked.");
                evaluations.answer(evaluation, abstention);
                yield true;
            }
        };
    }

    private boolean hear(Evaluation evaluation, String ticket) {
        return switch (evaluator.hear(ticket)) {
            case Opinion.Pending() -> false;
            case Opinion.Given(var finding) -> {
                evaluations.answer(evaluation, finding);
                yield true;
            }
        };
    }

    private void tell(String message, Evaluation evaluation, String reason) {
        log.info(message, "evaluation", evaluation.id(), "judge", judge().wire(), "reason", reason);
    }
}
