package dev.easel.generation;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.id.AttemptId;
import dev.easel.routing.Try;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One submit to one provider. Its id is our reference there and the idempotency key: sent again, it
/// is the same job.
///
/// @param sends how often it was sent; more than once only after the provider said that it has
///     nothing under this reference
/// @param endedAt absent while it runs
/// @param failure absent while it runs and when its picture came
/// @param billed absent while it runs; `unknown` until it is settled
public record Attempt(
        AttemptId id,
        Try tried,
        Instant startedAt,
        int sends,
        @Nullable Instant endedAt,
        @Nullable ProviderFailure failure,
        @Nullable Billed billed) {

    /// A fresh one, sent once.
    public static Attempt start(AttemptId id, Try tried, Instant now) {
        return new Attempt(id, tried, now, 1, null, null, null);
    }

    public Attempt sendAgain() {
        return new Attempt(id, tried, startedAt, sends + 1, null, null, null);
    }

    public Attempt succeed(Instant now) {
        return new Attempt(id, tried, startedAt, sends, now, null, Billed.YES);
    }

    public Attempt fail(ProviderFailure why, Instant now) {
        return new Attempt(id, tried, startedAt, sends, now, why, why.billed());
    }

    /// Its generation ends without a picture of it.
    ///
    /// @param making whether it was still being made, or on its way to us: then one that had succeeded
    ///     came to nothing after all. It stays paid for
    Attempt end(ProviderFailure why, boolean making, Instant now) {
        if (!hasEnded()) {
            return fail(why, now);
        }
        return making && hasSucceeded()
                ? new Attempt(id, tried, startedAt, sends, endedAt, why, billed)
                : this;
    }

    /// Notes what was learned after the end. What is known stays.
    public Attempt settle(Billed learned) {
        return billed == Billed.UNKNOWN
                ? new Attempt(
                        id,
                        tried,
                        startedAt,
                        sends,
                        endedAt,
                        failure == null ? null : failure.settle(learned),
                        learned)
                : this;
    }

    /// Calls what went wrong by its right name, where it was taken for `from`.
    Attempt reclass(FailureClass from, FailureClass to) {
        return failure == null || failure.kind() != from
                ? this
                : new Attempt(id, tried, startedAt, sends, endedAt, failure.as(to), billed);
    }

    public boolean hasEnded() {
        return endedAt != null;
    }

    /// It ended, and nothing went wrong.
    public boolean hasSucceeded() {
        return endedAt != null && failure == null;
    }

    /// From the first send to the end; empty while it runs.
    public Optional<Duration> latency() {
        return endedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt));
    }
}
