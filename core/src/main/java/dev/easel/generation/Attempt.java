package dev.easel.generation;

import dev.easel.failure.ProviderFailure;
import dev.easel.id.AttemptId;
import dev.easel.routing.Try;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One submit to one provider.
///
/// @param endedAt absent while it runs
/// @param failure absent while it runs and when it succeeded
public record Attempt(
        AttemptId id,
        Try tried,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable ProviderFailure failure) {

    /// A fresh one.
    public static Attempt start(AttemptId id, Try tried, Instant now) {
        return new Attempt(id, tried, now, null, null);
    }

    public Attempt succeed(Instant now) {
        return new Attempt(id, tried, startedAt, now, null);
    }

    public Attempt fail(ProviderFailure why, Instant now) {
        return new Attempt(id, tried, startedAt, now, why);
    }
}
