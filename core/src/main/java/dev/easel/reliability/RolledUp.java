package dev.easel.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// How far hours are rolled up.
///
/// @param settled every hour before this has ended so long ago that nothing in it changes any more
/// @param upTo every hour before this has a rollup, if anything was observed in it: what comes later is
///     read row by row
public record RolledUp(Instant settled, Instant upTo) {

    /// As long as anybody can ask about.
    public static final Duration REACH = Duration.ofDays(31);

    /// Longer than a run takes that began at the end of an hour, or is lost.
    private static final Duration SETTLES_AFTER = Duration.ofMinutes(10);

    /// Nothing is.
    public static RolledUp none(Instant now) {
        var start = Rollup.hourOf(now.minus(REACH));
        return new RolledUp(start, start);
    }

    /// Where the next roll-up ends, which makes all hours from the first on that may still change: at
    /// the end of the last closed hour, and not further than `hoursMax`.
    public Instant next(Instant now, int hoursMax) {
        var closed = Rollup.hourOf(now);
        var most = from(now).plus(hoursMax, ChronoUnit.HOURS);
        return most.isBefore(closed) ? most : closed;
    }

    /// Where it begins. What nobody can ask about any more is left out.
    public Instant from(Instant now) {
        var start = none(now).settled;
        return settled.isBefore(start) ? start : settled;
    }

    /// How far hours are rolled up after it.
    public RolledUp after(Instant next, Instant now) {
        var quiet = Rollup.hourOf(now.minus(SETTLES_AFTER));
        return new RolledUp(quiet.isBefore(next) ? quiet : next, next);
    }
}
