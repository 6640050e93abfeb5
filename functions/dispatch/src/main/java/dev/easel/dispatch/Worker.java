package dev.easel.dispatch;

import static java.util.Objects.requireNonNull;

import dev.easel.failure.Billed;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Settling;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.provider.Ability;
import dev.easel.provider.Backoff;
import dev.easel.provider.Progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Walks a generation one step on: submit, poll, store, hand to the panel.
///
/// Whoever moves the step's number does the work and holds a lease while at it; a message that comes
/// twice finds the number moved and ends. Then, always: the state is written first, the side effect
/// follows, the next message goes out last.
public final class Worker {

    /// How often a run must be unheard of before it is given up: the first looks may come too early.
    private static final int POLLS_MIN = 5;

    private final Generations generations;
    private final Submitting submitting;
    private final Sending sending;
    private final Collecting collecting;
    private final Guarding guarding;
    private final Ending ending;
    private final Waiting waiting;
    private final Backoff backoff;
    private final Duration lease;
    private final Clock clock;

    /// @param lease how long a step may take: at least as long as the function may run
    public Worker(
            Generations generations,
            Submitting submitting,
            Sending sending,
            Collecting collecting,
            Guarding guarding,
            Ending ending,
            Waiting waiting,
            Backoff backoff,
            Duration lease,
            Clock clock) {
        this.generations = generations;
        this.submitting = submitting;
        this.sending = sending;
        this.collecting = collecting;
        this.guarding = guarding;
        this.ending = ending;
        this.waiting = waiting;
        this.backoff = backoff;
        this.lease = lease;
        this.clock = clock;
    }

    /// Takes the step, unless somebody else has.
    public void take(Step step) {
        var now = clock.instant();
        generations
                .take(step, now, now.plus(lease))
                .ifPresent(generation -> advance(generation, now));
    }

    private void advance(Generation generation, Instant now) {
        if (generation.state().isTerminal()) {
            finish(generation, now);
        } else if (generation.state() instanceof State.Gathering gathering) {
            ending.gather(generation, gathering, now);
        } else if (generation.isPastDeadline(now)) {
            ending.expire(generation, now);
        } else {
            goOn(generation, now);
        }
    }

    private void goOn(Generation generation, Instant now) {
        boolean stop = generation.cancelRequested();
        switch (generation.state()) {
            case State.Queued() when stop ->
                    ending.end(generation.cancelled(Billed.NO, null, now), now);
            case State.Queued() -> sending.submit(generation, now);
            case State.Submitting() -> sending.cutOff(generation);
            case State.Reconciling reconciling -> sending.reconcile(generation, reconciling);
            case State.Running(var ticket, _) when stop -> stop(generation, ticket, now);
            case State.Running(var ticket, var polls) -> poll(generation, ticket, polls);
            case State.Storing _ when stop ->
                    ending.end(generation.cancelled(Billed.YES, null, now), now);
            case State.Storing stored -> collecting.store(generation, stored);
            case State.Held held ->
                    guarding.look(generation, held, requireNonNull(generation.guard()));
            case State.Gathering _,
                    State.Gathered _,
                    State.Succeeded _,
                    State.Failed _,
                    State.Cancelled _ ->
                    finish(generation, now);
        }
    }

    /// Where it can be stopped, it is told to. Where not, it goes on; what either costs is settled
    /// later.
    private void stop(Generation generation, String ticket, Instant now) {
        if (submitting.can(generation.attempt(), Ability.CANCEL)) {
            submitting.cancel(generation.attempt(), ticket);
        }
        ending.end(generation.cancelled(Billed.UNKNOWN, ticket, now), now);
    }

    private void poll(Generation generation, String ticket, int polls) {
        switch (submitting.poll(generation.attempt(), ticket)) {
            case Progress.Pending() ->
                    waiting.waitFor(
                            generation,
                            new State.Running(ticket, polls + 1),
                            backoff.after(polls + 1));
            case Progress.Finished finished -> collecting.finished(generation, ticket, finished);
            case Progress.Broken(var failure) when failure.billed() == Billed.UNKNOWN ->
                    unheardOf(generation, new State.Running(ticket, polls + 1), failure);
            case Progress.Broken(var failure) -> sending.refused(generation, failure, null);
        }
    }

    /// What is given up here may still be made, and billed: so it is asked after.
    private void unheardOf(Generation generation, State.Running next, ProviderFailure failure) {
        if (next.polls() < POLLS_MIN) {
            waiting.waitFor(generation, next, backoff.after(next.polls()));
        } else {
            var now = clock.instant();
            ending.end(generation.failed(failure, next.ticket(), now), now);
        }
    }

    /// It has ended: told if it was not, and asked after as long as it may still be billed.
    private void finish(Generation ended, Instant now) {
        var settling = ended.settling();
        if (settling == null || settling.polls() == 0) {
            ending.finish(ended, now);
        } else if (now.isAfter(ended.deadlineAt().plus(Settling.MOST))) {
            ending.settle(ended, Billed.UNKNOWN, now);
        } else {
            settle(ended, settling, now);
        }
    }

    private void settle(Generation ended, Settling settling, Instant now) {
        switch (submitting.poll(ended.attempt(), settling.ticket())) {
            case Progress.Pending() -> ending.awaitBill(ended, now);
            case Progress.Finished _ -> ending.settle(ended, Billed.YES, now);
            case Progress.Broken(var failure) when failure.billed() == Billed.UNKNOWN ->
                    ending.awaitBill(ended, now);
            case Progress.Broken(var failure) -> ending.settle(ended, failure.billed(), now);
        }
    }
}
