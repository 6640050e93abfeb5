package dev.easel.quota;

import java.time.Duration;

/// Where a caller stands with a quota at one moment. Without a place left, `nextIn` is exactly how
/// long to wait for one.
///
/// @param nextIn until there is one place more; zero when nothing is taken
public record Standing(Quota quota, int remaining, Duration nextIn) {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Where the caller stands once one more place is taken.
    public Standing less() {
        return new Standing(
                quota, Math.max(0, remaining - 1), nextIn.isZero() ? quota.window() : nextIn);
    }

    /// Whole seconds, rounded up and never 0: who comes back after them does not come too early.
    public long nextInSeconds() {
        return Math.max(1, nextIn.plus(SECOND).minusNanos(1).toSeconds());
    }
}
