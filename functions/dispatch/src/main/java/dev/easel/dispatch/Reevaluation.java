package dev.easel.dispatch;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.judging.Evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Has an output judged once more, as it may be after a judge was missing or a rubric has changed. The
/// new evaluation stands beside the old ones, and none of those changes.
final class Reevaluation {

    /// Judges cost money, and nobody learns from a tenth opinion.
    private static final int MOST = 5;

    private final HandOver handOver;

    Reevaluation(HandOver handOver) {
        this.handOver = handOver;
    }

    /// The evaluation that sits now: the one that was under way, or a new one. Throws
    /// [Failure.NothingToJudge] and [Failure.Exhausted].
    Evaluation of(Reading.Read read, String correlation, Instant now) {
        var generation = read.generation();
        if (!isJudged(generation)) {
            throw new FailureException(new Failure.NothingToJudge(generation.state().status()));
        }
        var evaluations = read.evaluations();
        return running(evaluations)
                .orElseGet(() -> {
                    if (evaluations.size() >= MOST) {
                        throw new FailureException(new Failure.Exhausted("evaluations", MOST));
                    }
                    return handOver.again(generation, evaluations.size(), correlation, now);
                });
    }

    /// It has an output, and was handed to the panel.
    private static boolean isJudged(Generation generation) {
        return generation.state() instanceof State.Succeeded && generation.evaluation() != null;
    }

    private static Optional<Evaluation> running(List<Evaluation> evaluations) {
        return evaluations.stream().filter(evaluation -> !evaluation.hasEnded()).findFirst();
    }
}
