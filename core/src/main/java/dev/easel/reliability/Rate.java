package dev.easel.reliability;

import java.util.Optional;

/// A share of successes, and how sure one can be of it.
///
/// @param n of how many
/// @param interval Wilson's, at 95 %
public record Rate(long successes, long n, Interval interval) {

    /// Empty where there is nothing to take a share of: that is no rate of zero.
    public static Optional<Rate> of(long successes, long n) {
        return n == 0
                ? Optional.empty()
                : Optional.of(new Rate(successes, n, Wilson.interval(successes, n)));
    }

    /// Within 0 and 1.
    public double share() {
        return (double) successes / n;
    }
}
