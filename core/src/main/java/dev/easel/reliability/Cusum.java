package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How much of what was seen lately speaks for a change: a CUSUM (Page, 1954). It adds up by how much
/// each sample is likelier after the change than before it, and begins anew whenever that falls to
/// zero.
///
/// @param level in natural logarithms; 0 where nothing speaks for it
/// @param since when the first was seen that still counts; absent at zero
/// @param n how many were seen since
/// @param sum of their values
/// @param simulated whether one of them was made up, or came of a simulator
public record Cusum(double level, @Nullable Instant since, long n, double sum, boolean simulated) {

    static final Cusum ZERO = new Cusum(0, null, 0, 0, false);

    /// @param weight the logarithm of how much likelier it is after the change
    /// @param most at this level it is sure, and grows no more
    Cusum add(Reading reading, double weight, double most) {
        double next = level + weight;
        return next <= 0
                ? ZERO
                : new Cusum(
                        Math.min(next, most),
                        since == null ? reading.at() : since,
                        n + 1,
                        sum + reading.value(),
                        simulated || reading.simulated());
    }

    /// Of what was seen since.
    double mean() {
        return sum / n;
    }
}
