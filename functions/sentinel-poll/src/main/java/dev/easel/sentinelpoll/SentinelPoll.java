package dev.easel.sentinelpoll;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.judging.Account;
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

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

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
    private final Viewers viewers;
    private final Conclusion conclusion;
    private final Backoff backoff;
    private final Duration patience;
    private final Clock clock;

    /// @param patience how long after it was due the sweeper counts something as lost
    public SentinelPoll(
            Generations generations,
            Evaluations evaluations,
            EvaluationSteps steps,
            PixelPanel pixels,
            Asker asker,
            Viewers viewers,
            Conclusion conclusion,
            Backoff backoff,
            Duration patience,
            Clock clock) {
        this.generations = generations;
        this.evaluations = evaluations;
        this.steps = steps;
        this.pixels = pixels;
        this.asker = asker;
        this.viewers = viewers;
        this.conclusion = conclusion;
        this.backoff = backoff;
        this.patience = patience;
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
        // Whatever the message says: time is up when it is up.
        if (evaluation.isPastDeadline(clock.instant())) {
            expire(evaluation);
            return;
        }
        switch (step.kind()) {
            case START -> start(evaluation);
            case ASK -> ask(evaluation, step);
            case POLL -> poll(evaluation, step);
            case DEADLINE -> expire(evaluation);
        }
    }

    private void start(Evaluation evaluation) {
        var generation = generations.find(evaluation.generation()).orElseThrow();
        if (!pixelsHeard(evaluation)) {
            var since = clock.instant();
            pixels.judge(generation, evaluation)
                    .forEach(finding -> keep(evaluation, finding, since));
        }
        var heard = reread(evaluation);
        if (!Panel.isSettled(heard.findings())) {
            viewers.send(heard);
            if (asker.sits(heard)) {
                asker.begin(generation, heard, clock.instant());
            }
            follow(generation, reread(heard), 0);
        }
        conclusion.concludeIfDone(reread(evaluation));
    }

    /// All of them: a start that was cut off between two answers is finished by the next.
    private static boolean pixelsHeard(Evaluation evaluation) {
        return evaluation.rubric().panel().stream()
                .filter(Judge::looksAtPixels)
                .allMatch(evaluation::hasHeard);
    }

    private void ask(Evaluation evaluation, EvaluationStep step) {
        var generation = generations.find(evaluation.generation()).orElseThrow();
        viewers.ask(generation, evaluation, Objects.requireNonNull(step.judge()), step.poll());
        conclusion.concludeIfDone(reread(evaluation));
    }

    private void poll(Evaluation evaluation, EvaluationStep step) {
        var generation = generations.find(evaluation.generation()).orElseThrow();
        follow(generation, evaluation, step.poll());
        conclusion.concludeIfDone(reread(evaluation));
    }

    /// Goes on with the judge who takes time, unless a message of the same number was here before.
    private void follow(Generation generation, Evaluation evaluation, int poll) {
        var now = clock.instant();
        var delay = pause(evaluation, poll, now);
        if (evaluations.takePoll(evaluation, poll, due(evaluation, now.plus(delay)))
                && asker.sits(evaluation)
                && !asker.follow(generation, evaluation)) {
            steps.send(evaluation.step(Kind.POLL, poll + 1), delay);
        }
    }

    /// Never beyond the deadline: the poll that arrives then brings the evaluation to its end.
    private Duration pause(Evaluation evaluation, int poll, Instant now) {
        var left = Duration.between(now, evaluation.deadlineAt());
        var delay = backoff.after(poll);
        return left.compareTo(delay) < 0 ? left : delay;
    }

    /// Never so late that the sweeper, who is patient, would come long after the deadline.
    private Instant due(Evaluation evaluation, Instant next) {
        var latest = evaluation.deadlineAt().minus(patience);
        return next.isBefore(latest) ? next : latest;
    }

    /// Who has not answered abstains. Between this and a late answer, the first write wins.
    private void expire(Evaluation evaluation) {
        for (var judge : evaluation.rubric().panel()) {
            keep(evaluation, Finding.abstain(judge, silence(evaluation, judge)), null);
        }
        conclusion.concludeIfDone(reread(evaluation));
    }

    private static String silence(Evaluation evaluation, Judge judge) {
        return evaluation.seats().stream()
                .filter(seat -> seat.judge() == judge)
                .findFirst()
                .map(SentinelPoll::silence)
                .orElse("It was never asked: the start was lost (start_lost).");
    }

    private static String silence(Seat seat) {
        return switch (seat) {
            case Seat.Starting(var judge, _, _) when judge == Judge.SENTINEL ->
                    "It could not be reached in time.";
            case Seat.Starting _ ->
                    "What became of asking it is unknown: the start was lost (start_lost).";
            default -> "No answer came in time.";
        };
    }

    private void keep(Evaluation evaluation, Finding finding, @Nullable Instant since) {
        evaluations.answer(evaluation, finding, Account.NONE, since, clock.instant());
    }

    private Evaluation reread(Evaluation evaluation) {
        return evaluations.find(evaluation.generation(), evaluation.id()).orElseThrow();
    }
}
