package dev.easel.dispatch;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.id.GenerationId;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Looks for what is overdue: a message was lost, or whoever took it stopped on the way.
///
/// What is in time is sent again; a step that somebody still works on finds the lease and ends. A
/// generation past its deadline is brought to rest here, whatever happens to its messages; an
/// evaluation is sent its deadline. Evaluations first: they are few and quick.
public final class Sweeper {

    /// Of each part of the index. What is left over is swept a minute later.
    private static final int LIMIT = 100;

    private final Generations generations;
    private final Steps steps;
    private final Ending ending;
    private final Evaluations evaluations;
    private final EvaluationSteps evaluationSteps;
    private final Duration patience;
    private final Duration lease;
    private final Clock clock;
    private final Log log;

    /// @param patience how long after it was due something counts as lost
    /// @param lease how long the end of one generation may take
    public Sweeper(
            Generations generations,
            Steps steps,
            Ending ending,
            Evaluations evaluations,
            EvaluationSteps evaluationSteps,
            Duration patience,
            Duration lease,
            Clock clock,
            Log log) {
        this.generations = generations;
        this.steps = steps;
        this.ending = ending;
        this.evaluations = evaluations;
        this.evaluationSteps = evaluationSteps;
        this.patience = patience;
        this.lease = lease;
        this.clock = clock;
        this.log = log;
    }

    /// How many were overdue, and how many of them could not be helped.
    public record Swept(int generations, int evaluations, int failed) {}

    public Swept sweep() {
        var now = clock.instant();
        int failed = 0;
        var silent = evaluations.overdue(now.minus(patience), LIMIT);
        for (var overdue : silent) {
            failed += count(overdue.evaluation(), () -> sweep(overdue, now));
        }
        var lost = generations.overdue(now.minus(patience), LIMIT);
        for (var id : lost) {
            failed += count(id, () -> sweep(id, now));
        }
        if (!lost.isEmpty() || !silent.isEmpty()) {
            log.tell(new Fact.Sweep(lost.size(), silent.size()));
        }
        return new Swept(lost.size(), silent.size(), failed);
    }

    private void sweep(GenerationId id, Instant now) {
        generations
                .find(id)
                .ifPresent(generation -> {
                    if (isToExpire(generation, now)) {
                        generations
                                .take(generation.nextStep(), now, now.plus(lease))
                                .ifPresent(taken -> ending.expire(taken, now));
                    } else {
                        steps.send(generation.nextStep(), Duration.ZERO);
                    }
                });
    }

    private static boolean isToExpire(Generation generation, Instant now) {
        return !generation.state().isTerminal()
                // A package ends when its children do, and they have deadlines.
                && !(generation.state() instanceof State.Gathering)
                && generation.isPastDeadline(now);
    }

    private void sweep(Evaluations.Overdue overdue, Instant now) {
        evaluations
                .find(overdue.generation(), overdue.evaluation())
                .ifPresent(evaluation ->
                        evaluationSteps.send(evaluation.nextStep(now), Duration.ZERO));
    }

    /// One that cannot be read must not hide the others: this is to the sweeper what the door is to a
    /// message. 1 when it failed.
    private int count(Object id, Runnable work) {
        try {
            work.run();
            return 0;
        } catch (RuntimeException e) {
            log.error("not swept", new Fact.Mishap(), e, "id", id);
            return 1;
        }
    }
}
