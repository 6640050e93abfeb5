package dev.easel.dispatch;

import dev.easel.door.Log;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Itinerary;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.provider.Ability;
import dev.easel.provider.Backoff;
import dev.easel.provider.Lookup;
import dev.easel.provider.Submission;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sends a job to whoever is next, and clears up what became of it where that is in doubt.
///
/// The attempt is written down before the call, so that a crash in between is seen as one.
public final class Sending {

    /// How often, and how long after it was sent, a provider must say that it has nothing before it is
    /// believed: its lists may lag, and a request may be slow to arrive. What is believed too early is
    /// paid twice.
    private static final int ASKS_MIN = 2;

    private static final Duration BELIEF = Duration.ofSeconds(30);

    private static final int SENDS_MAX = 2;

    /// How long a call that is the work may wait for its turn before its message counts as lost.
    private static final Duration TURN = Duration.ofMinutes(3);

    private final Generations generations;
    private final @Nullable Steps submits;
    private final Submitting submitting;
    private final Learning learning;
    private final Collecting collecting;
    private final Ending ending;
    private final Retrying retrying;
    private final Waiting waiting;
    private final Backoff backoff;
    private final Clock clock;
    private final Log log;

    /// @param submits where calls that are the work are handed to; absent where they are made
    public Sending(
            Generations generations,
            @Nullable Steps submits,
            Submitting submitting,
            Learning learning,
            Collecting collecting,
            Ending ending,
            Retrying retrying,
            Waiting waiting,
            Backoff backoff,
            Clock clock,
            Log log) {
        this.generations = generations;
        this.submits = submits;
        this.submitting = submitting;
        this.learning = learning;
        this.collecting = collecting;
        this.ending = ending;
        this.retrying = retrying;
        this.waiting = waiting;
        this.backoff = backoff;
        this.clock = clock;
        this.log = log;
    }

    /// Whoever sent it stopped before they heard of it.
    void cutOff(Generation generation) {
        var why =
                new ProviderFailure(
                        FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "the submit was cut off");
        if (submitting.isAskable(generation.attempt())) {
            reconcile(generation, new State.Reconciling(why, false, generation.updatedAt(), 0));
        } else {
            doubt(generation, why, false, generation.updatedAt());
        }
    }

    /// Asks whoever is next.
    void submit(Generation generation, Instant now) {
        var leg = submitting.next(generation).orElse(null);
        if (leg == null) {
            ending.fail(
                    generation,
                    new ProviderFailure(FailureClass.LOST, Billed.NO, "its route is gone"),
                    now);
        } else if (submits != null && submitting.blocks(leg)) {
            handOver(generation, submits);
        } else {
            var begun = generation.with(submitting.begin(leg, now));
            send(begun.withWarnings(submitting.warnings(begun)), now);
        }
    }

    /// A call that lasts as long as the work gets a function of its own, which may run that long.
    private void handOver(Generation generation, Steps lane) {
        waiting.waitFor(generation, generation.state(), Duration.ZERO, TURN, lane);
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
                waiting.waitFor(begun, new State.Running(ticket, 0), backoff.after(0));
                learning.taken(begun, clock.instant());
            }
            case Submission.Done(var finished) -> {
                collecting.finished(begun, null, finished);
                learning.taken(begun, clock.instant());
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
            waiting.waitFor(
                    generation, new State.Reconciling(why, taken, since, 0), backoff.after(0));
        } else if (submitting.can(attempt, Ability.HONOURS_KEY) && attempt.sends() < SENDS_MAX) {
            send(generation.withAttempt(attempt.sendAgain()), clock.instant());
        } else {
            ending.fail(generation, why, clock.instant());
        }
    }

    /// Nothing was billed: somebody else may be asked, or the same once more, as another attempt. Not
    /// after a submit of which it was unknown for a while whether it arrived: the new reference would
    /// not protect from that one.
    void refused(Generation generation, ProviderFailure failure, @Nullable Duration retryAfter) {
        var now = clock.instant();
        var noted = generation.withAttempt(generation.attempt().fail(failure, now));
        Optional.of(noted)
                .filter(one -> one.attempt().sends() == 1)
                .flatMap(submitting::next)
                .flatMap(leg -> resume(leg, noted, retryAfter, now))
                .ifPresentOrElse(
                        resumed ->
                                waiting.waitFor(
                                        resumed.generation, new State.Queued(), resumed.pause),
                        () -> ending.fail(generation.withoutDrift(), failure, now));
    }

    /// Somebody else is asked at once, the same after a while. Whoever is left had refused under every
    /// contract, so it was not the contract.
    private Optional<Resumed> resume(
            Itinerary.Leg leg, Generation generation, @Nullable Duration retryAfter, Instant now) {
        return switch (leg) {
            case Itinerary.OtherContract _ -> Optional.of(new Resumed(generation, Duration.ZERO));
            case Itinerary.Fresh _ ->
                    Optional.of(new Resumed(generation.withoutDrift(), Duration.ZERO));
            case Itinerary.Again again ->
                    retrying.pause(generation, again, retryAfter, now)
                            .map(pause -> new Resumed(generation, pause));
        };
    }

    private record Resumed(Generation generation, Duration pause) {}

    /// Nobody knows whether the submit arrived, so the provider is asked.
    void reconcile(Generation generation, State.Reconciling state) {
        switch (submitting.lookUp(generation.attempt())) {
            case Lookup.Known(var ticket) ->
                    waiting.waitFor(generation, new State.Running(ticket, 0), Duration.ZERO);
            case Lookup.Unknown() when isBelieved(state) -> notThere(generation, state.why());
            case Lookup.Unknown() -> {
                int asks = state.asks() + 1;
                waiting.waitFor(
                        generation,
                        new State.Reconciling(state.why(), state.taken(), state.since(), asks),
                        backoff.after(asks));
            }
            case Lookup.NoAnswer(var reason) -> {
                log.info("cannot be asked", "generation", generation.id(), "reason", reason);
                waiting.waitFor(generation, state, backoff.max());
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
            ending.fail(generation, why.nothingMade(), clock.instant());
        }
    }
}
