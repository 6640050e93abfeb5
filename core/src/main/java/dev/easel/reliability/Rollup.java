package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/// An hour of a series, counted up. It is made of the hour's rows as a whole, each time anew, and
/// written over the one before: to make it twice counts nothing twice.
///
/// @param hour its start
/// @param skipped how many fires found their window taken
/// @param coverage which windows of the hour something fired in, whoever was called in them; absent
///     where windows are nothing that the source knows
public record Rollup(
        Series series, Instant hour, Tally tally, long skipped, @Nullable Coverage coverage) {

    /// The hour that this moment lies in.
    public static Instant hourOf(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    /// Of all that is known of an hour.
    ///
    /// @param fired the windows of the hour in which something fired, whoever was called in them
    public static Rollup of(
            Series series,
            Instant hour,
            List<Observation> observations,
            List<Coverage.Fired> fired) {
        return new Rollup(
                series,
                hour,
                Tally.of(
                        observations.stream()
                                .map(Observation::sample)
                                .filter(Objects::nonNull)
                                .toList()),
                observations.stream().mapToLong(Observation::skipped).sum(),
                Coverage.of(fired).orElse(null));
    }

    /// One tally of several rollups.
    public static Tally tally(List<Rollup> rollups) {
        return Tally.merge(rollups.stream().map(Rollup::tally).toList());
    }
}
