package dev.easel.dispatch;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.generation.Generations;
import dev.easel.generation.Steps;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;

import java.time.Clock;
import java.time.Duration;

/// Sends again what is overdue: a message was lost, or whoever took it stopped on the way.
///
/// It decides nothing. A step whose message was only late finds its number moved and ends; what is
/// past its deadline is brought to rest by the worker that takes the step, an evaluation by the
/// deadline message that it is sent.
public final class Sweeper {

    /// Of each part of the index. What is left over is swept a minute later.
    private static final int LIMIT = 100;

    private final Generations generations;
    private final Steps steps;
    private final Evaluations evaluations;
    private final EvaluationSteps evaluationSteps;
    private final Clock clock;
    private final Log log;

    public Sweeper(
            Generations generations,
            Steps steps,
            Evaluations evaluations,
            EvaluationSteps evaluationSteps,
            Clock clock,
            Log log) {
        this.generations = generations;
        this.steps = steps;
        this.evaluations = evaluations;
        this.evaluationSteps = evaluationSteps;
        this.clock = clock;
        this.log = log;
    }

    /// How many were overdue.
    public record Swept(int generations, int evaluations) {}

    public Swept sweep() {
        var now = clock.instant();
        var lost = generations.overdue(now, LIMIT);
        lost.forEach(step -> steps.send(step, Duration.ZERO));
        var silent = evaluations.overdue(now, LIMIT);
        silent.forEach(step -> evaluationSteps.send(step, Duration.ZERO));
        if (!lost.isEmpty() || !silent.isEmpty()) {
            log.tell(new Fact.Sweep(lost.size(), silent.size()));
        }
        return new Swept(lost.size(), silent.size());
    }
}
