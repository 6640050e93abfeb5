package dev.easel.dispatch;

import dev.easel.door.Log;
import dev.easel.provider.Ability;
import dev.easel.generation.Itinerary;
import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Settling;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.generation.Steps;
import dev.easel.id.EvaluationId;
import dev.easel.provider.Backoff;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Submission;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Walks a generation one step on: submit, poll, store, hand to the panel.
///
/// Whoever moves the step's number does the work and holds a lease while at it; a message that comes
/// twice finds the number moved and ends. Then, always: the state is written first, the side effect
/// follows, the next message goes out last.
public final class Worker {

    private static final int STORE_TRIES_MAX = 3;

    /// How often, and how long after it was sent, a provider must say that it has nothing before it is
    /// believed: its lists may lag, and a request may be slow to arrive. What is believed too early is
    /// paid twice.
    private static final int ASKS_MIN = 2;

    private static final Duration BELIEF = Duration.ofSeconds(30);

    /// How often a run must be unheard of before it is given up: the first looks may come too early.
    private static final int POLLS_MIN = 5;

    private static final int SENDS_MAX = 2;

    /// How long after the deadline it is asked what something cost.
    private static final Duration SETTLING_MAX = Duration.ofHours(1);

    /// How long a call that is the work may wait for its turn before its message counts as lost.
    private static final Duration TURN = Duration.ofMinutes(3);

    private final Generations generations;
    private final Steps steps;
    private final @Nullable Steps submits;
    private final Submitting submitting;
    private final Learning learning;
    private final Storing storing;
    private final Ending ending;
    private final Retrying retrying;
    private final Backoff backoff;
    private final Duration lease;
    private final Duration patience;
    private final Clock clock;
    private final Log log;

    /// @param submits where calls that are the work are handed to; absent where they are made
    /// @param lease how long a step may take: at least as long as the function may run
    /// @param patience how long after it was due the sweeper counts something as lost
    public Worker(
            Generations generations,
            Steps steps,
            @Nullable Steps submits,
            Submitting submitting,
            Learning learning,
            Storing storing,
            Ending ending,
            Retrying retrying,
            Backoff backoff,
            Duration lease,
            Duration patience,
            Clock clock,
            Log log) {
        this.generations = generations;
        this.steps = steps;
        this.submits = submits;
        this.submitting = submitting;
        this.learning = learning;
        this.storing = storing;
        this.ending = ending;
        this.retrying = retrying;
        this.backoff = backoff;
        this.lease = lease;
        this.patience = patience;
        this.clock = clock;
        this.log = log;
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
            case State.Queued() -> submit(generation, now);
            case State.Submitting() when !submitting.isAskable(generation.attempt()) ->
                    doubt(generation, cutOff(), false, now);
            case State.Submitting() ->
                    reconcile(
                            generation,
                            new State.Reconciling(cutOff(), false, generation.updatedAt(), 0));
            case State.Reconciling reconciling -> reconcile(generation, reconciling);
            case State.Running(var ticket, _) when stop -> stop(generation, ticket, now);
            case State.Running(var ticket, var polls) -> poll(generation, ticket, polls);
            case State.Storing _ when stop ->
                    ending.end(generation.cancelled(Billed.YES, null, now), now);
            case State.Storing stored -> store(generation, stored);
            case State.Succeeded _, State.Failed _, State.Cancelled _ -> finish(generation, now);
        }
    }

    private static ProviderFailure cutOff() {
        return new ProviderFailure(
                FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "the submit was cut off");
    }

    /// Where it can be stopped, it is told to. Where not, it goes on; what either costs is settled
    /// later.
    private void stop(Generation generation, String ticket, Instant now) {
        if (submitting.can(generation.attempt(), Ability.CANCEL)) {
            submitting.cancel(generation.attempt(), ticket);
        }
        ending.end(generation.cancelled(Billed.UNKNOWN, ticket, now), now);
    }

    private void submit(Generation generation, Instant now) {
        var leg = submitting.next(generation).orElse(null);
        if (leg == null) {
            fail(
                    generation,
                    new ProviderFailure(FailureClass.LOST, Billed.NO, "its route is gone"));
        } else if (submits != null && submitting.blocks(leg)) {
            handOver(generation, submits, now);
        } else {
            var begun = generation.with(submitting.begin(leg, now));
            send(begun.withWarnings(submitting.warnings(begun)), now);
        }
    }

    /// A call that lasts as long as the work gets a function of its own, which may run that long.
    private void handOver(Generation generation, Steps lane, Instant now) {
        var waiting = generation.to(generation.state(), now, now.plus(TURN));
        if (generations.save(waiting)) {
            lane.send(waiting.nextStep(), Duration.ZERO);
        }
    }

    private void send(Generation generation, Instant now) {
        var begun = generation.to(new State.Submitting(), now, now);
        if (!generations.mark(begun)) {
            return;
        }
        switch (submitting.submit(begun)) {
            case Submission.Accepted(var ticket) -> {
                log.info(
                        "submitted",
                        "generation",
                        generation.id(),
                        "attempt",
                        generation.attempt().id(),
                        "provider",
                        generation.attempt().tried().provider(),
                        "took_ms",
                        Duration.between(now, clock.instant()).toMillis());
                learning.taken(begun, clock.instant());
                waitFor(begun, new State.Running(ticket, 0), backoff.after(0));
            }
            case Submission.Done(var finished) -> {
                learning.taken(begun, clock.instant());
                finished(begun, null, finished);
            }
            case Submission.Unnamed(var why) -> doubt(begun, why, true, now);
            case Submission.Refused(var failure, _, _) when failure.billed() == Billed.UNKNOWN ->
                    doubt(begun, failure, false, now);
            case Submission.Refused(var failure, var retryAfter, var field) ->
                    refused(begun, drifted(begun, failure.naming(field)), retryAfter);
        }
    }

    /// A request that our validation passed and that is refused as it stands looks like a contract that
    /// changed, as long as there is another one to try.
    private ProviderFailure drifted(Generation generation, ProviderFailure failure) {
        return failure.refusesRequest() && submitting.hasOtherContract(generation)
                ? failure.as(FailureClass.CONTRACT_DRIFT)
                : failure;
    }

    /// Nobody knows whether it arrived. Whoever can be asked is asked; whoever knows our reference as a
    /// key is sent it again; and what can neither be asked nor repeated is never sent twice.
    private void doubt(Generation generation, ProviderFailure why, boolean taken, Instant since) {
        var attempt = generation.attempt();
        if (submitting.isAskable(attempt)) {
            waitFor(generation, new State.Reconciling(why, taken, since, 0), backoff.after(0));
        } else if (submitting.can(attempt, Ability.HONOURS_KEY) && attempt.sends() < SENDS_MAX) {
            send(generation.withAttempt(attempt.sendAgain()), clock.instant());
        } else {
            fail(generation, why);
        }
    }

    /// Nothing was billed: somebody else may be asked, or the same once more, as another attempt. Not
    /// after a submit of which it was unknown for a while whether it arrived: the new reference would
    /// not protect from that one.
    private void refused(
            Generation generation, ProviderFailure failure, @Nullable Duration retryAfter) {
        var now = clock.instant();
        var noted = generation.withAttempt(generation.attempt().fail(failure, now));
        Optional.of(noted)
                .filter(one -> one.attempt().sends() == 1)
                .flatMap(submitting::next)
                .flatMap(leg -> pause(leg, noted, retryAfter, now))
                .ifPresentOrElse(
                        pause -> waitFor(noted, new State.Queued(), pause),
                        () -> fail(generation.withoutDrift(), undrifted(failure)));
    }

    /// Somebody else is asked at once, the same after a while.
    private Optional<Duration> pause(
            Itinerary.Leg leg, Generation generation, @Nullable Duration retryAfter, Instant now) {
        return switch (leg) {
            case Itinerary.Fresh _, Itinerary.OtherContract _ -> Optional.of(Duration.ZERO);
            case Itinerary.Again again -> retrying.pause(generation, again, retryAfter, now);
        };
    }

    private static ProviderFailure undrifted(ProviderFailure failure) {
        return failure.kind() == FailureClass.CONTRACT_DRIFT && failure.billed() == Billed.NO
                ? failure.as(FailureClass.INVALID_REQUEST)
                : failure;
    }

    /// Nobody knows whether the submit arrived, so the provider is asked.
    private void reconcile(Generation generation, State.Reconciling state) {
        switch (submitting.lookUp(generation.attempt())) {
            case Lookup.Known(var ticket) ->
                    waitFor(generation, new State.Running(ticket, 0), Duration.ZERO);
            case Lookup.Unknown() when isBelieved(state) -> notThere(generation, state.why());
            case Lookup.Unknown() -> {
                int asks = state.asks() + 1;
                waitFor(
                        generation,
                        new State.Reconciling(state.why(), state.taken(), state.since(), asks),
                        backoff.after(asks));
            }
            case Lookup.NoAnswer(var reason) -> {
                log.info("cannot be asked", "generation", generation.id(), "reason", reason);
                waitFor(generation, state, backoff.max());
            }
        }
    }

    private boolean isBelieved(State.Reconciling state) {
        return !state.taken()
                && state.asks() + 1 >= ASKS_MIN
                && !clock.instant().isBefore(state.since().plus(BELIEF));
    }

    /// The provider has nothing. It is sent once more under the same reference: where that is an
    /// idempotency key, not even a submit that arrives after all is billed twice.
    private void notThere(Generation generation, ProviderFailure why) {
        var now = clock.instant();
        if (generation.cancelRequested()) {
            ending.end(generation.cancelled(Billed.NO, null, now), now);
        } else if (generation.attempt().sends() < SENDS_MAX) {
            send(generation.withAttempt(generation.attempt().sendAgain()), now);
        } else {
            fail(generation, why.nothingMade());
        }
    }

    private void poll(Generation generation, String ticket, int polls) {
        switch (submitting.poll(generation.attempt(), ticket)) {
            case Progress.Pending() ->
                    waitFor(
                            generation,
                            new State.Running(ticket, polls + 1),
                            backoff.after(polls + 1));
            case Progress.Finished finished -> finished(generation, ticket, finished);
            case Progress.Broken(var failure) when failure.billed() == Billed.UNKNOWN ->
                    unheardOf(generation, new State.Running(ticket, polls + 1), failure);
            case Progress.Broken(var failure) -> refused(generation, failure, null);
        }
    }

    /// What lies at the provider is copied in a step of its own, so that a copy can be repeated. What
    /// came with the answer is kept at once: there is no second one.
    private void finished(
            Generation generation, @Nullable String ticket, Progress.Finished finished) {
        var now = clock.instant();
        learning.answered(generation, finished.shape(), now);
        var paid = generation.withAttempt(generation.attempt().succeed(now));
        var urls = Submitting.urls(finished.outputs());
        if (!urls.isEmpty()) {
            waitFor(paid, new State.Storing(ticket, urls, 0), Duration.ZERO);
            return;
        }
        switch (storing.keep(paid.id(), Submitting.inline(finished.outputs()))) {
            case Storing.Stored(var pictures) -> succeed(paid, pictures);
            case Storing.NotYet(var failure) -> fail(paid, failure);
            case Storing.Unusable(var failure) -> fail(paid, failure);
        }
    }

    private void succeed(Generation generation, List<StoredPicture> pictures) {
        var now = clock.instant();
        var judged = generation.judgedBy(EvaluationId.first(generation.id()));
        ending.end(judged.to(new State.Succeeded(pictures), now, now), now);
    }

    /// What is given up here may still be made, and billed: so it is asked after.
    private void unheardOf(Generation generation, State.Running next, ProviderFailure failure) {
        if (next.polls() < POLLS_MIN) {
            waitFor(generation, next, backoff.after(next.polls()));
        } else {
            var now = clock.instant();
            ending.end(generation.failed(failure, next.ticket(), now), now);
        }
    }

    private void store(Generation generation, State.Storing stored) {
        var remote =
                stored.tries() == 0
                        ? stored.remote()
                        : submitting.outputs(generation.attempt(), stored);
        switch (storing.store(generation.id(), remote)) {
            case Storing.Stored(var pictures) -> succeed(generation, pictures);
            case Storing.NotYet(var failure) when stored.tries() + 1 >= STORE_TRIES_MAX ->
                    fail(generation, failure);
            case Storing.NotYet _ -> {
                int tries = stored.tries() + 1;
                waitFor(
                        generation,
                        new State.Storing(stored.ticket(), remote, tries),
                        backoff.after(tries));
            }
            case Storing.Unusable(var failure) -> fail(generation, failure);
        }
    }

    private void fail(Generation generation, ProviderFailure failure) {
        var now = clock.instant();
        ending.end(generation.failed(failure, null, now), now);
    }

    /// It has ended: told if it was not, and asked after as long as it may still be billed.
    private void finish(Generation ended, Instant now) {
        var settling = ended.settling();
        if (settling == null || settling.polls() == 0) {
            ending.finish(ended, now);
        } else if (now.isAfter(ended.deadlineAt().plus(SETTLING_MAX))) {
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

    private void waitFor(Generation generation, State next, Duration delay) {
        var now = clock.instant();
        // Never so late that the sweeper, who is patient, would come long after the deadline.
        var latest = generation.deadlineAt().minus(patience);
        var due = now.plus(delay);
        var waiting = generation.to(next, now, due.isBefore(latest) ? due : latest);
        if (generations.save(waiting)) {
            steps.send(waiting.nextStep(), delay);
        }
    }
}
