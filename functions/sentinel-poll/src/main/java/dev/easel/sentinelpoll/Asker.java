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
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Seat;

import java.time.Duration;
import java.util.Optional;

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

    /// Goes one step on: puts the question, or hears whether there is an answer. True when there is
    /// nothing more to wait for.
    boolean follow(Generation generation, Evaluation evaluation) {
        if (evaluation.hasHeard(evaluator.judge())) {
            return true;
        }
        return ticket(evaluation)
                .map(ticket -> hear(evaluation, ticket))
                .orElseGet(() -> ask(generation, evaluation));
    }

    private boolean ask(Generation generation, Evaluation evaluation) {
        return switch (evaluator.ask(question(generation, evaluation))) {
            case Asking.Taken(var ticket) -> {
                evaluations.asked(evaluation, evaluator.judge(), ticket);
                yield false;
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

    private Optional<String> ticket(Evaluation evaluation) {
        return evaluation.seats().stream()
                .filter(seat -> seat.judge() == evaluator.judge())
                .filter(Seat.Asked.class::isInstance)
                .map(seat -> ((Seat.Asked) seat).ticket())
                .findFirst();
    }

    private Question question(Generation generation, Evaluation evaluation) {
        var order = generation.order();
        return new Question(
                evaluation.id(),
                evaluation.rubric().task(),
                loans.lend(PixelPanel.output(generation)),
                loans.lendAny(order.image()),
                loans.lendAny(order.mask()),
                order.prompt());
    }
}
