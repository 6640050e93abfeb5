package dev.easel.dispatch;

import dev.easel.catalog.Catalog;
import dev.easel.generation.Generation;
import dev.easel.id.EvaluationId;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Rubrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Hands a finished generation to the panel.
public final class HandOver {

    private final Evaluations evaluations;
    private final EvaluationSteps steps;
    private final Catalog catalog;
    private final Duration budget;

    /// @param budget how long all judges have together
    public HandOver(
            Evaluations evaluations, EvaluationSteps steps, Catalog catalog, Duration budget) {
        this.evaluations = evaluations;
        this.steps = steps;
        this.catalog = catalog;
        this.budget = budget;
    }

    /// Writes the evaluation down; its time runs from here. Doing it twice opens the same one.
    Evaluation open(Generation generation, Instant now) {
        var task = catalog.workflow(generation.order().workflow()).orElseThrow().task();
        var evaluation =
                new Evaluation(
                        generation.id(),
                        EvaluationId.first(generation.id()),
                        Rubrics.of(task),
                        now,
                        now.plus(budget),
                        List.of(),
                        null);
        evaluations.start(evaluation);
        return evaluation;
    }

    /// Sets the panel going. The deadline goes out with the start: whatever else is lost, it
    /// arrives.
    void start(Evaluation evaluation) {
        steps.send(
                new EvaluationStep(evaluation.generation(), evaluation.id(), Kind.DEADLINE, 0),
                budget);
        steps.send(
                new EvaluationStep(evaluation.generation(), evaluation.id(), Kind.START, 0),
                Duration.ZERO);
    }
}
