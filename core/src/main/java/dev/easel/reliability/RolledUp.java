package dev.easel.reliability;

import dev.easel.generation.Settling;

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

    /// How long after an hour has ended nothing in it changes any more. A run of the benchmark is over,
    /// or lost, within minutes. An attempt is told of when its generation ends, a quarter of an hour
    /// later at most, and its bill may be learned for [Settling#MOST] after that. The rest is for
    /// messages that fail, and come back.
    public static final Duration SETTLES_AFTER =
            Duration.ofMinutes(15).plus(Settling.MOST).plus(Duration.ofMinutes(45));

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
