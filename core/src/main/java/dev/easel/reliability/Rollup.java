package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

    /// One tally of several rollups.
    public static Tally tally(List<Rollup> rollups) {
        return Tally.merge(rollups.stream().map(Rollup::tally).toList());
    }
}
