package dev.easel.generation;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;

import java.time.Instant;

/// How a generation ends whose time is up: what a provider has it may yet make and bill.
public final class Expiry {

    private Expiry() {}

    /// The same generation, ended. What somebody wants stopped ends as cancelled.
    public static Generation of(Generation generation, Instant now) {
        return switch (generation.state()) {
            case State.Queued() when generation.cancelRequested() ->
                    generation.cancelled(Billed.NO, null, now);
            case State.Queued() -> generation.failed(unsent(generation), null, now);
            case State.Submitting _, State.Reconciling _ when generation.cancelRequested() ->
                    generation.cancelled(Billed.UNKNOWN, null, now);
            case State.Submitting _, State.Reconciling _ ->
                    generation.failed(
                            failure(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, generation),
                            null,
                            now);
            case State.Running(var ticket, _) when generation.cancelRequested() ->
                    generation.cancelled(Billed.UNKNOWN, ticket, now);
            case State.Running(var ticket, _) ->
                    generation.failed(
                            failure(FailureClass.TIMEOUT, Billed.UNKNOWN, generation), ticket, now);
            case State.Storing _ when generation.cancelRequested() ->
                    generation.cancelled(Billed.YES, null, now);
            case State.Storing _ ->
                    generation.failed(
                            failure(FailureClass.OUTPUT_FETCH_FAILED, Billed.YES, generation),
                            null,
                            now);
            case State.Held _ -> generation.delivered(now);
            case State.Gathering _ ->
                    throw new IllegalArgumentException(
                            generation.id() + " waits for its children, which have deadlines");
            case State.Succeeded _, State.Failed _, State.Cancelled _, State.Gathered _ ->
                    throw new IllegalArgumentException(generation.id() + " has ended already");
        };
    }

    /// Refused so often that its time ran out: the last refusal tells more than the clock.
    private static ProviderFailure unsent(Generation generation) {
        var refused = generation.attempts().isEmpty() ? null : generation.attempt().failure();
        return refused == null ? failure(FailureClass.TIMEOUT, Billed.NO, generation) : refused;
    }

    private static ProviderFailure failure(
            FailureClass kind, Billed billed, Generation generation) {
        return new ProviderFailure(
                kind, billed, "past its deadline in " + generation.state().status());
    }
}
