package dev.easel.dispatch;

import dev.easel.catalog.Catalog;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Guard;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.guard.Caller;
import dev.easel.guard.SecondRuns;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Notes;
import dev.easel.judging.Verdict;
import dev.easel.provider.Backoff;
import dev.easel.workflow.Requirement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Holds an output back until its verdict is known, and has a red one tried once more.
///
/// Looked at again and again, as a provider is: no message between the panel and the worker can be lost
/// that is never sent.
public final class Guarding {

    private final Generations generations;
    private final Evaluations evaluations;
    private final SecondRuns runs;
    private final Catalog catalog;
    private final HandOver handOver;
    private final Steps steps;
    private final Ending ending;
    private final Waiting waiting;
    private final Backoff backoff;
    private final Clock clock;

    public Guarding(
            Generations generations,
            Evaluations evaluations,
            SecondRuns runs,
            Catalog catalog,
            HandOver handOver,
            Steps steps,
            Ending ending,
            Waiting waiting,
            Backoff backoff,
            Clock clock) {
        this.generations = generations;
        this.evaluations = evaluations;
        this.runs = runs;
        this.catalog = catalog;
        this.handOver = handOver;
        this.steps = steps;
        this.ending = ending;
        this.waiting = waiting;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// Goes one step on with what is held.
    void look(Generation generation, State.Held held, Guard guard) {
        var now = clock.instant();
        if (generation.cancelRequested()) {
            ending.end(generation.delivered(now), now);
        } else if (held.looks() == 0) {
            handOver.start(generation, now);
            lookAgain(generation, held);
        } else if (generation.verdict() == null) {
            lookAgain(generation, held);
        } else if (generation.verdict() == Verdict.RED
                && guard.aside() == null
                && runs.count(generation.id(), new Caller(guard.caller()))) {
            tryAgain(generation, now);
        } else {
            ending.end(generation.delivered(now), now);
        }
    }

    private void lookAgain(Generation generation, State.Held held) {
        int looks = held.looks() + 1;
        waiting.waitFor(generation, new State.Held(held.outputs(), looks), backoff.after(looks));
    }

    /// Counted before it is written, written before it is sent.
    private void tryAgain(Generation generation, Instant now) {
        var again = generation.onceMore(notes(generation), now);
        if (generations.save(again)) {
            steps.send(again.nextStep(), Duration.ZERO);
        }
    }

    /// A model that takes no words is asked the same again.
    private String notes(Generation generation) {
        boolean takesWords =
                catalog.workflow(generation.order().workflow())
                        .map(workflow -> workflow.takes(Requirement.PROMPT))
                        .orElse(false);
        return takesWords
                ? evaluations.of(generation.id()).stream()
                        .filter(each -> each.id().equals(generation.evaluation()))
                        .map(Evaluation::findings)
                        .map(Notes::of)
                        .findFirst()
                        .orElse("")
                : "";
    }
}
