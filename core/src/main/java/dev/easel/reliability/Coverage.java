package dev.easel.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Which cron windows something fired in, as far as it takes to see the ones in which nothing did.
/// Coverages of one stretch of time after another merge; the gap between two counts, too.
///
/// @param first the first window in which something fired
/// @param last the last one
/// @param period how far apart windows were at the last one
/// @param fired in how many something fired
/// @param missed in how many between the first and the last nothing did
public record Coverage(Instant first, Instant last, Duration period, long fired, long missed) {

    /// One window in which something fired.
    ///
    /// @param period how far windows were apart when it did
    public record Fired(CronWindow window, Duration period) {}

    /// Of these windows, in any order, one of them as often as there are rows in it; empty for none.
    public static Optional<Coverage> of(List<Fired> windows) {
        var periods = new TreeMap<Instant, Duration>();
        windows.forEach(fired -> periods.put(fired.window().start(), fired.period()));
        return merge(
                periods.entrySet().stream()
                        .map(entry ->
                                new Coverage(
                                        entry.getKey(), entry.getKey(), entry.getValue(), 1, 0))
                        .toList());
    }

    /// Of stretches of time that do not overlap, in any order; empty for none.
    public static Optional<Coverage> merge(List<Coverage> parts) {
        var sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(Coverage::first));
        return sorted.stream().reduce(Coverage::then);
    }

    /// The windows in which nothing fired between stretches of time, and after the last one: those that
    /// are in none of them, in order.
    public static List<Instant> gaps(List<Coverage> parts, Instant now) {
        var sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(Coverage::first));
        var gaps = new ArrayList<Instant>();
        for (int i = 0; i < sorted.size(); i++) {
            var part = sorted.get(i);
            long missed =
                    i + 1 < sorted.size()
                            ? part.between(sorted.get(i + 1).first)
                            : part.missedBefore(now);
            for (long k = 1; k <= missed; k++) {
                gaps.add(part.last.plus(part.period.multipliedBy(k)));
            }
        }
        return gaps;
    }

    private Coverage then(Coverage next) {
        return new Coverage(
                first,
                next.last,
                next.period,
                fired + next.fired,
                missed + next.missed + between(next.first));
    }

    /// In how many windows after the last one nothing fired, up to those that ended before `now`. One
    /// that has just begun may yet be fired in.
    public long missedBefore(Instant now) {
        return Math.max(0, between(now.minus(period)));
    }

    /// The period of the earlier one says how many would have fitted: whoever changes it is not told of
    /// windows that never were.
    private long between(Instant next) {
        return Math.max(
                0, Math.ceilDiv(Duration.between(last, next).toMillis(), period.toMillis()) - 1);
    }
}
