package dev.easel.dispatch;

import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.generation.Steps;
import dev.easel.provider.Backoff;
import dev.easel.provider.Progress;
import dev.easel.provider.Submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Walks a generation one step on: submit, poll, store, hand to the panel.
///
/// Whoever moves the step's number does the work; a message that comes twice finds the number moved
/// and ends. Then, always: the state is written first, the side effect follows, the next message
/// goes out last.
public final class Worker {

    /// How long one step may take before it counts as overdue: as long as the function may run.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int STORE_TRIES_MAX = 3;

    private final Generations generations;
    private final Steps steps;
    private final Submitting submitting;
    private final Storing storing;
    private final HandOver handOver;
    private final Bus bus;
    private final Backoff backoff;
    private final Clock clock;
    private final Log log;

    public Worker(
            Generations generations,
            Steps steps,
            Submitting submitting,
            Storing storing,
            HandOver handOver,
            Bus bus,
            Backoff backoff,
            Clock clock,
            Log log) {
        this.generations = generations;
        this.steps = steps;
        this.submitting = submitting;
        this.storing = storing;
        this.handOver = handOver;
        this.bus = bus;
        this.backoff = backoff;
        this.clock = clock;
        this.log = log;
    }

    /// Takes the step, unless somebody else has.
    public void take(Step step) {
        var now = clock.instant();
        generations
                .take(step, now, now.plus(PATIENCE))
                .ifPresent(generation -> advance(generation, now));
    }

    private void advance(Generation generation, Instant now) {
        if (generation.isPastDeadline(now)) {
            expire(generation);
            return;
        }
        switch (generation.state()) {
            case State.Queued() -> submit(generation, now);
            case State.Submitting() ->
                    fail(
                            generation,
                            new ProviderFailure(
                                    FailureClass.UNKNOWN_OUTCOME,
                                    Billed.UNKNOWN,
                                    "the submit was cut off"));
            case State.Running running -> poll(generation, running);
            case State.Storing stored -> store(generation, stored);
            case State.Succeeded _, State.Failed _, State.Cancelled _ -> {}
        }
    }

    private void submit(Generation generation, Instant now) {
        var begun = submitting.begin(generation, now);
        if (begun.isEmpty()) {
            fail(
                    generation,
                    new ProviderFailure(FailureClass.LOST, Billed.NO, "its route is gone"));
            return;
        }
        submit(generation, begun.get(), now);
    }

    private void submit(Generation generation, Attempt attempt, Instant now) {
        var begun = generation.with(attempt).to(new State.Submitting(), now, generation.dueAt());
        if (!generations.save(begun)) {
            return;
        }
        switch (submitting.submit(begun)) {
            case Submission.Accepted(var ticket, var warnings) -> {
                log.info(
                        "submitted",
                        "generation",
                        generation.id(),
                        "attempt",
                        attempt.id(),
                        "provider",
                        attempt.tried().provider(),
                        "took_ms",
                        Duration.between(now, clock.instant()).toMillis());
                goOn(begun.withWarnings(warnings), new State.Running(ticket, 0), backoff.after(0));
            }
            case Submission.Refused(var failure) -> fail(begun, failure);
        }
    }

    private void poll(Generation generation, State.Running running) {
        switch (submitting.poll(generation.attempt(), running.ticket())) {
            case Progress.Pending() -> {
                int polls = running.polls() + 1;
                goOn(generation, new State.Running(running.ticket(), polls), backoff.after(polls));
            }
            case Progress.Finished(var outputs) ->
                    goOn(
                            generation.withAttempt(generation.attempt().succeed(clock.instant())),
                            new State.Storing(outputs, 0),
                            Duration.ZERO);
            case Progress.Broken(var failure) -> fail(generation, failure);
        }
    }

    private void store(Generation generation, State.Storing stored) {
        switch (storing.store(generation.id(), stored.remote())) {
            case Storing.Stored(var pictures) -> succeed(generation, new State.Succeeded(pictures));
            case Storing.NotYet(var failure) when stored.tries() + 1 >= STORE_TRIES_MAX ->
                    fail(generation, failure);
            case Storing.NotYet _ -> {
                int tries = stored.tries() + 1;
                goOn(generation, new State.Storing(stored.remote(), tries), backoff.after(tries));
            }
            case Storing.Unusable(var failure) -> fail(generation, failure);
        }
    }

    private void succeed(Generation generation, State.Succeeded succeeded) {
        var now = clock.instant();
        var evaluation = handOver.open(generation, now);
        if (generations.save(generation.judgedBy(evaluation.id()).to(succeeded, now, now))) {
            handOver.start(evaluation);
            publish(
                    "generation.succeeded",
                    generation,
                    Map.of("evaluation", evaluation.id().value()));
        }
    }

    private void fail(Generation generation, ProviderFailure failure) {
        var now = clock.instant();
        var ended =
                generation.attempts().isEmpty() || generation.attempt().endedAt() != null
                        ? generation
                        : generation.withAttempt(generation.attempt().fail(failure, now));
        if (generations.save(ended.to(new State.Failed(failure), now, now))) {
            log.info(
                    "generation failed",
                    "generation",
                    generation.id(),
                    "class",
                    failure.kind().wire(),
                    "billed",
                    failure.billed().wire());
            publish(
                    "generation.failed",
                    generation,
                    Map.of("class", failure.kind().wire(), "billed", failure.billed().wire()));
        }
    }

    /// What a provider has it may yet make and bill.
    private void expire(Generation generation) {
        var billed =
                switch (generation.state()) {
                    case State.Queued() -> Billed.NO;
                    case State.Submitting _, State.Running _ -> Billed.UNKNOWN;
                    case State.Storing _, State.Succeeded _ -> Billed.YES;
                    case State.Failed _, State.Cancelled _ -> Billed.NO;
                };
        fail(
                generation,
                new ProviderFailure(
                        FailureClass.TIMEOUT,
                        billed,
                        "past its deadline in " + generation.state().status()));
    }

    private void goOn(Generation generation, State next, Duration delay) {
        var now = clock.instant();
        if (generations.save(generation.to(next, now, now.plus(delay).plus(PATIENCE)))) {
            steps.send(new Step(generation.id(), generation.step()), delay);
        }
    }

    private void publish(String type, Generation generation, Map<String, String> more) {
        var detail = new HashMap<>(more);
        detail.put("generation", generation.id().value());
        detail.put("workflow", generation.order().workflow());
        detail.put("tier", generation.order().tier().wire());
        if (!generation.attempts().isEmpty()) {
            var attempt = generation.attempt();
            detail.put("provider", attempt.tried().provider());
            detail.put("model", attempt.tried().model());
        }
        bus.publish(new Event(type, detail));
    }
}
