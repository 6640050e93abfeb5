package dev.easel.reliability;

/// The Wilson score interval of a proportion, at 95 %. Unlike the usual one it never leaves 0 to 1,
/// and has a width even where nothing has failed yet.
public final class Wilson {

    /// The 97.5th percentile of the normal distribution.
    private static final double Z = 1.959963984540054;

    private Wilson() {}

    /// Of `successes` in `n`; nothing is known of a proportion of none.
    public static Interval interval(long successes, long n) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n + " is no proportion");
        }
        double share = (double) successes / n;
        double shrink = 1 + Z * Z / n;
        double middle = (share + Z * Z / (2.0 * n)) / shrink;
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / shrink;
        // Rounding must not turn a certain end into an almost certain one.
        return new Interval(
                successes == 0 ? 0.0 : Math.max(0, middle - half),
                successes == n ? 1.0 : Math.min(1, middle + half));
    }
}
