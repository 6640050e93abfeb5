package dev.easel.contract;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is remembered of one model's schema, and what has been told of it. As long as the two differ,
/// somebody has still to tell: so a crash between the write and the event loses no change.
///
/// @param now as it was last seen; null when it was not listed
/// @param told as listeners know it; null when they know of no such model
/// @param seenAt when `now` was first seen, the same for every repetition of the event
/// @param takenAt when somebody last set out to tell
/// @param version 1 for the first write, and one more for each
public record SchemaMemory(
        String model,
        @Nullable ModelSchema now,
        @Nullable ModelSchema told,
        Instant seenAt,
        Instant takenAt,
        long version) {

    /// Of a model that was there from the first look: nothing is to be told.
    public static SchemaMemory initial(String model, ModelSchema schema, Instant at) {
        return new SchemaMemory(model, schema, schema, at, at, 1);
    }

    /// Of a model that was never listed before.
    public static SchemaMemory unknown(String model, Instant at) {
        return new SchemaMemory(model, null, null, at, at, 0);
    }

    /// What is to be written before a change is told; empty when there is nothing to tell, or
    /// somebody else has just set out to.
    ///
    /// @param lease how long telling may take
    public Optional<SchemaMemory> look(@Nullable ModelSchema listed, Instant at, Duration lease) {
        if (!Objects.equals(listed, now)) {
            return Optional.of(new SchemaMemory(model, listed, told, at, at, version + 1));
        }
        boolean left = !Objects.equals(now, told) && !at.isBefore(takenAt.plus(lease));
        return left
                ? Optional.of(new SchemaMemory(model, now, told, seenAt, at, version + 1))
                : Optional.empty();
    }

    /// What has still to be told.
    public List<SchemaChange> untold() {
        return SchemaChange.between(told, now);
    }

    /// The same after it was told.
    public SchemaMemory tell() {
        return new SchemaMemory(model, now, now, seenAt, takenAt, version + 1);
    }
}
