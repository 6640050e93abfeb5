package dev.easel.sentinelpoll;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Panel;
import dev.easel.judging.Seat;
import dev.easel.provider.Backoff;

import java.time.Clock;
import java.time.Duration;

/// Runs a panel: the pixel judges at once, the others by asking and hearing, all inside one budget
/// that runs from the hand-over.
///
/// Every message may come twice. A seat is taken before its judge is asked, an answer stays, a
/// verdict never changes: so twice is as good as once.
public final class SentinelPoll {

    private final Generations generations;
    private final Evaluations evaluations;
    private final EvaluationSteps steps;
    private final PixelPanel pixels;
    private final Asker asker;
    private final Conclusion conclusion;
    private final Backoff backoff;
    private final Clock clock;

    public SentinelPoll(
            Generations generations,
            Evaluations evaluations,
            EvaluationSteps steps,
            PixelPanel pixels,
            Asker asker,
            Conclusion conclusion,
            Backoff backoff,
            Clock clock) {
        this.generations = generations;
        this.evaluations = evaluations;
        this.steps = steps;
        this.pixels = pixels;
        this.asker = asker;
        this.conclusion = conclusion;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// Does what the message asks for.
    public void take(EvaluationStep step) {
        var evaluation =
                evaluations
                        .find(step.generation(), step.evaluation())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        step.evaluation() + " was never started"));
        if (evaluation.hasEnded()) {
            conclusion.repeat(evaluation);
            return;
        }
        switch (step.kind()) {
            case START -> start(evaluation);
            case POLL -> poll(evaluation, step);
            case DEADLINE -> expire(evaluation);
        }
    }

    private void start(Evaluation evaluation) {
        var generation = generations.find(evaluation.generation()).orElseThrow();
        if (!pixelsHeard(evaluation)) {
            pixels.judge(generation, evaluation)
                    .forEach(finding -> evaluations.answer(evaluation, finding));
        }
        var heard = reread(evaluation);
        if (!Panel.isSettled(heard.findings())) {
            evaluations.begin(heard, asker.judge(), clock.instant());
            follow(generation, heard, 0);
        }
        conclusion.concludeIfDone(reread(evaluation));
    }

    /// All of them: a start that was cut off between two answers is finished by the next.
    private static boolean pixelsHeard(Evaluation evaluation) {
        return evaluation.rubric().panel().stream()
                .filter(Judge::looksAtPixels)
                .allMatch(evaluation::hasHeard);
    }

    private void poll(Evaluation evaluation, EvaluationStep step) {
        var generation = generations.find(evaluation.generation()).orElseThrow();
        follow(generation, evaluation, step.poll());
        conclusion.concludeIfDone(reread(evaluation));
    }

    /// Goes on with the judge who takes time, unless a message of the same number was here before.
    private void follow(Generation generation, Evaluation evaluation, int poll) {
        if (evaluations.takePoll(evaluation, asker.judge(), poll)
                && !asker.follow(generation, evaluation)
                && clock.instant().isBefore(evaluation.deadlineAt())) {
            send(evaluation, poll + 1);
        }
    }

    /// Who has not answered abstains. Between this and a late answer, the first write wins.
    private void expire(Evaluation evaluation) {
        for (var judge : evaluation.rubric().panel()) {
            evaluations.answer(evaluation, Finding.abstain(judge, silence(evaluation, judge)));
        }
        conclusion.concludeIfDone(reread(evaluation));
    }

    private static String silence(Evaluation evaluation, Judge judge) {
        return evaluation.seats().stream()
                .filter(seat -> seat.judge() == judge)
                .findFirst()
                .map(seat ->
                        seat instanceof Seat.Asked
                                ? "No answer came in time."
                                : "It could not be reached in time.")
                .orElse("It was never asked: the start was lost (start_lost).");
    }

    private void send(Evaluation evaluation, int poll) {
        var left = Duration.between(clock.instant(), evaluation.deadlineAt());
        var delay = backoff.after(poll - 1);
        steps.send(
                new EvaluationStep(evaluation.generation(), evaluation.id(), Kind.POLL, poll),
                left.isNegative() ? Duration.ZERO : left.compareTo(delay) < 0 ? left : delay);
    }

    private Evaluation reread(Evaluation evaluation) {
        return evaluations.find(evaluation.generation(), evaluation.id()).orElseThrow();
    }
}
