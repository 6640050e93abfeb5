package dev.easel.reliability;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.easel.reliability.Incident.Aspect;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is usual of one aspect of a series, learned from its own past.
///
/// @param mean the share of failures, or milliseconds
/// @param gauges what would tell that it got worse, each in a way of its own
public record Norm(double mean, List<Gauge> gauges) {

    /// How long a past says what is usual.
    static final Duration REACH = Duration.ofDays(7);

    /// With fewer calls nothing is known.
    private static final int CALLS_MIN = 48;

    /// Rarer failures are taken to be as frequent as this: a week proves no more.
    private static final double FAILING_MIN = 0.01;

    /// Who usually fails more often than not has nothing to fall from.
    private static final double FAILING_MAX = 0.5;

    /// A failure reads 1, a success 0.
    private static final double FAILED = 0.5;

    /// Nearly all of them fail, or are slow: seen after a few.
    private static final double NEARLY_ALL = 0.9;

    /// A fifth more of them fail: seen after a few hours.
    private static final double MORE_FAIL = 0.2;

    /// Days have their own times; each of these must have been seen.
    private static final int QUARTERS = 4;

    private static final int HOURS_OF_QUARTER = 6;
    private static final int TIMED_MIN = 30;

    /// Nobody is called slow who is not half again as slow as ever.
    private static final double SLOWER = 1.5;

    private static final double SLOW_MIN = 0.03;

    /// The slow ones of before are the usual ones now.
    private static final double MORE_IN_TAIL = 0.25;

    private static final double MORE_THAN_MEDIAN = 0.35;

    /// Hours differ more in how long pictures take than in how many fail.
    private static final double SPREADS_OF_LATENCY = 2;

    private static final double SPREADS_OF_FAILURES = 1;

    public Norm {
        gauges = List.copyOf(gauges);
    }

    /// Of these hours; empty where they do not hold enough to tell.
    static Optional<Norm> of(Aspect aspect, List<Rollup> past) {
        var hours = past.stream().map(Rollup::tally).toList();
        return switch (aspect) {
            case SUCCESS_RATE -> ofFailures(hours);
            case LATENCY -> ofLatencies(past);
        };
    }

    private static Optional<Norm> ofFailures(List<Tally> hours) {
        var failed =
                new Shares(
                        hours.stream()
                                .map(hour ->
                                        new Shares.Hour(
                                                hour.judged() - hour.successes(), hour.judged()))
                                .toList());
        if (failed.n() < CALLS_MIN || failed.mean() > FAILING_MAX) {
            return Optional.empty();
        }
        double usual = failed.usual(FAILING_MIN, SPREADS_OF_FAILURES);
        return Optional.of(
                new Norm(
                        failed.mean(),
                        List.of(
                                new Gauge(FAILED, usual, NEARLY_ALL),
                                new Gauge(FAILED, usual, usual + MORE_FAIL))));
    }

    private static Optional<Norm> ofLatencies(List<Rollup> past) {
        var quarters =
                past.stream()
                        .collect(
                                groupingBy(
                                        hour -> quarterOf(hour.hour()),
                                        mapping(
                                                hour -> hour.tally().latencies(),
                                                collectingAndThen(toList(), Latencies::merge))))
                        .values();
        if (quarters.size() < QUARTERS
                || quarters.stream().anyMatch(quarter -> quarter.count() < TIMED_MIN)) {
            return Optional.empty();
        }
        var hours = past.stream().map(hour -> hour.tally().latencies()).toList();
        long tail = limit(quarters, 0.9);
        double slow = usual(hours, tail);
        long median = limit(quarters, 0.5);
        double later = usual(hours, median);
        return Optional.of(
                new Norm(
                        Latencies.merge(List.copyOf(quarters)).mean(),
                        List.of(
                                new Gauge(tail, slow, NEARLY_ALL),
                                new Gauge(tail, slow, slow + MORE_IN_TAIL),
                                new Gauge(median, later, later + MORE_THAN_MEDIAN))));
    }

    private static int quarterOf(Instant hour) {
        return hour.atOffset(ZoneOffset.UTC).getHour() / HOURS_OF_QUARTER;
    }

    /// Above what this share takes at most, in the slowest quarter of the day.
    private static long limit(Collection<Latencies> quarters, double share) {
        long slowest =
                quarters.stream()
                        .mapToLong(quarter -> quarter.within(share).toMillis())
                        .max()
                        .orElseThrow();
        return Math.round(SLOWER * slowest);
    }

    private static double usual(List<Latencies> hours, long limit) {
        var from = Duration.ofMillis(limit);
        return new Shares(
                        hours.stream()
                                .map(hour -> new Shares.Hour(hour.from(from), hour.count()))
                                .toList())
                .usual(SLOW_MIN, SPREADS_OF_LATENCY);
    }
}
