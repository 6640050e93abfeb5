package dev.easel.provider;

import java.time.Duration;

/// How long to wait before asking again: a little longer each time, up to a limit.
///
/// @param first before the first question
/// @param max however often was asked
public record Backoff(Duration first, Duration max) {

    private static final double GROWTH = 1.3;

    private static final Duration SETTLING_MAX = Duration.ofMinutes(1);

    /// For asking what something cost that nobody waits for any more.
    public static Backoff settling(Duration first) {
        return new Backoff(first, SETTLING_MAX);
    }

    /// The wait after `polls` questions. Whole seconds, because queues know no finer ones.
    public Duration after(int polls) {
        double seconds = (double) first.toSeconds() * Math.pow(GROWTH, polls);
        return Duration.ofSeconds(Math.round(Math.min(seconds, (double) max.toSeconds())));
    }
}
