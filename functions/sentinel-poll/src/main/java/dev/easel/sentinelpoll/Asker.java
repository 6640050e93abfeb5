package dev.easel.sentinelpoll;

import dev.easel.door.Log;
import dev.easel.generation.Generation;
import dev.easel.judging.Account;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Opinion;
import dev.easel.judging.Seat;

import java.time.Clock;
import java.time.Instant;

/// Asks the evaluator who thinks for a while, and hears it.
public final class Asker {

    private final Evaluator evaluator;
    private final Evaluations evaluations;
    private final Questioner questioner;
    private final Clock clock;
    private final Log log;

    public Asker(
            Evaluator evaluator,
            Evaluations evaluations,
            Questioner questioner,
            Clock clock,
            Log log) {
        this.evaluator = evaluator;
        this.evaluations = evaluations;
        this.questioner = questioner;
        this.clock = clock;
        this.log = log;
    }

    Judge judge() {
        return evaluator.judge();
    }

    /// Whether anybody is to be waited for.
    boolean sits(Evaluation evaluation) {
        return evaluation.rubric().panel().contains(judge());
    }

    /// Takes the judge's seat, with what it is lent.
    void begin(Generation generation, Evaluation evaluation, Instant now) {
        var lent = questioner.lend(generation);
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
        var question = questioner.question(generation, evaluation, lent);
        return switch (evaluator.ask(question)) {
            case Asking.Taken(var ticket) -> {
                evaluations.asked(evaluation, evaluator.judge(), ticket);
                yield false;
            }
            case Asking.Answered(var finding, var account) -> {
                keep(evaluation, finding, account);
                yield true;
            }
            case Asking.Later(var reason) -> {
                tell("judge not reached", evaluation, reason);
                yield false;
            }
            case Asking.Declined(var reason) -> {
                tell("judge declined", evaluation, reason);
                var abstention = Finding.abstain(evaluator.judge(), "It could not be asked.");
                keep(evaluation, abstention, Account.NONE);
                yield true;
            }
        };
    }

    private boolean hear(Evaluation evaluation, String ticket) {
        return switch (evaluator.hear(ticket)) {
            case Opinion.Pending() -> false;
            case Opinion.Given(var finding, var account) -> {
                keep(evaluation, finding, account);
                yield true;
            }
        };
    }

    private void keep(Evaluation evaluation, Finding finding, Account account) {
        evaluations.answer(evaluation, finding, account, null, clock.instant());
    }

    private void tell(String message, Evaluation evaluation, String reason) {
        log.info(message, "evaluation", evaluation.id(), "judge", judge().wire(), "reason", reason);
    }
}
