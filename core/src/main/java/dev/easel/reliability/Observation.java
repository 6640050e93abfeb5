package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// What the statistics learn of one row.
///
/// @param at the moment that it counts at: the window's start, or the end of an attempt or an evaluation
/// @param sample absent while what it tells of is under way
/// @param fired the window that it belongs to; absent where windows are nothing that its source knows
/// @param skipped how many fires found it taken
/// @param parts what took part in it, by name: the judges of an evaluation; mostly empty
public record Observation(
        Instant at,
        @Nullable Sample sample,
        Coverage.@Nullable Fired fired,
        long skipped,
        Map<String, Sample> parts) {

    public Observation {
        parts = Map.copyOf(parts);
    }

    /// Of something that belongs to no window.
    public static Observation of(Instant at, Sample sample, Map<String, Sample> parts) {
        return new Observation(at, sample, null, 0, parts);
    }
}
