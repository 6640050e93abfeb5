package dev.easel.sentinelpoll;

import dev.easel.door.Log;
import dev.easel.generation.Generation;
import dev.easel.judging.Account;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.provider.Backoff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Asks the judges whose answer is the call: paid, and nobody can be asked later what became of it. So
/// each has its own message, takes its seat before it is asked, and is asked again only after it said
/// that it did nothing.
public final class Viewers {

    private final Map<Judge, Evaluator> evaluators;
    private final Evaluations evaluations;
    private final EvaluationSteps steps;
    private final Questioner questioner;
    private final Backoff backoff;
    private final Clock clock;
    private final Log log;

    public Viewers(
            Map<Judge, Evaluator> evaluators,
            Evaluations evaluations,
            EvaluationSteps steps,
            Questioner questioner,
            Backoff backoff,
            Clock clock,
            Log log) {
        this.evaluators = Map.copyOf(evaluators);
        this.evaluations = evaluations;
        this.steps = steps;
        this.questioner = questioner;
        this.backoff = backoff;
        this.clock = clock;
        this.log = log;
    }

    /// A message for each of them on the panel. Sent twice, it is carried out once.
    void send(Evaluation evaluation) {
        invited(evaluation)
                .forEach(judge -> steps.send(evaluation.asking(judge, 0), Duration.ZERO));
    }

    private static List<Judge> invited(Evaluation evaluation) {
        return evaluation.rubric().panel().stream()
                .filter(judge -> !judge.looksAtPixels() && judge != Judge.SENTINEL)
                .filter(judge -> !evaluation.hasHeard(judge))
                .toList();
    }

    /// Asks, unless a message of the same number was here before.
    ///
    /// @param before how many askings came to nothing
    void ask(Generation generation, Evaluation evaluation, Judge judge, int before) {
        var lent = questioner.lend(generation);
        var now = clock.instant();
        boolean mine =
                before == 0
                        ? evaluations.begin(evaluation, judge, lent, now)
                        : evaluations.again(evaluation, judge, before);
        if (!mine) {
            return;
        }
        var evaluator = evaluators.get(judge);
        if (evaluator == null) {
            // A deployment since has another panel.
            keep(evaluation, Finding.abstain(judge, "It is no longer on the panel."), Account.NONE);
            return;
        }
        var question = questioner.question(generation, evaluation, lent);
        switch (evaluator.ask(question)) {
            case Asking.Answered(var finding, var account) -> keep(evaluation, finding, account);
            case Asking.Later(var reason) -> {
                tell("judge not reached", evaluation, judge, reason);
                steps.send(evaluation.asking(judge, before + 1), backoff.after(before));
            }
            case Asking.Declined(var reason) -> {
                tell("judge declined", evaluation, judge, reason);
                keep(evaluation, Finding.abstain(judge, "It could not be asked."), Account.NONE);
            }
            case Asking.Taken _ ->
                    throw new IllegalStateException(judge.wire() + " answers by its call");
        }
    }

    private void keep(Evaluation evaluation, Finding finding, Account account) {
        evaluations.answer(evaluation, finding, account, null, clock.instant());
    }

    private void tell(String message, Evaluation evaluation, Judge judge, String reason) {
        log.info(message, "evaluation", evaluation.id(), "judge", judge.wire(), "reason", reason);
    }
}
