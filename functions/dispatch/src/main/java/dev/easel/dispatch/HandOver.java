package dev.easel.dispatch;

import dev.easel.catalog.Catalog;
import dev.easel.generation.Generation;
import dev.easel.id.EvaluationId;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Judge;
import dev.easel.judging.Rubrics;
import dev.easel.workflow.Task;
import dev.easel.workflow.Workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Hands a finished generation to the panel.
public final class HandOver {

    private final Evaluations evaluations;
    private final EvaluationSteps steps;
    private final Catalog catalog;
    private final List<Judge> others;
    private final Duration budget;

    /// @param others who is on the panel besides those who look at pixels
    /// @param budget how long all judges have together
    public HandOver(
            Evaluations evaluations,
            EvaluationSteps steps,
            Catalog catalog,
            List<Judge> others,
            Duration budget) {
        this.evaluations = evaluations;
        this.steps = steps;
        this.catalog = catalog;
        this.others = List.copyOf(others);
        this.budget = budget;
    }

    /// Writes the evaluation down, whose time runs from here, and sets the panel going. Doing it twice
    /// starts the same one.
    Evaluation start(Generation generation, Instant now) {
        var first = generation.evaluation();
        return start(
                generation,
                first == null ? EvaluationId.first(generation.id()) : first,
                generation.correlation(),
                now);
    }

    /// Has it judged once more, beside what was found before.
    ///
    /// @param before how many evaluations there are
    Evaluation again(Generation generation, int before, String correlation, Instant now) {
        return start(generation, EvaluationId.later(generation.id(), before), correlation, now);
    }

    /// The deadline goes out with the start: whatever else is lost, it arrives.
    private Evaluation start(
            Generation generation, EvaluationId id, String correlation, Instant now) {
        var evaluation =
                Evaluation.open(
                        generation.id(),
                        id,
                        correlation,
                        Rubrics.of(task(generation), others),
                        now,
                        budget);
        evaluations.start(evaluation);
        steps.send(evaluation.step(Kind.DEADLINE, 0), budget);
        steps.send(evaluation.step(Kind.START, 0), Duration.ZERO);
        return evaluation;
    }

    /// A deployment since may have taken the workflow away. It is paid for, and is judged at least as
    /// what every workflow is: a picture made from another, or from words.
    private Task task(Generation generation) {
        return catalog.workflow(generation.order().workflow())
                .map(Workflow::task)
                .orElse(generation.order().image() == null ? Task.TEXT_TO_IMAGE : Task.EDIT);
    }
}
