package dev.easel.proof.bench;

import java.util.Locale;

/// Between which shares the true one lies in 19 of 20 cases, by Wilson's formula: unlike the
/// textbook's it holds for few trials and for all or nothing.
///
/// @param low from 0 to 1
/// @param high from 0 to 1
record Interval(double low, double high) {

    /// The normal distribution's 97.5 % point.
    private static final double Z = 1.959964;

    static Interval of(int hits, int trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / trials;
        double whole = 1 + Z * Z / trials;
        double centre = share + Z * Z / (2 * trials);
        double reach =
                Z * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        return new Interval(
                Math.clamp((centre - reach) / whole, 0, 1),
                Math.clamp((centre + reach) / whole, 0, 1));
    }

    /// In percent, without decimals.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f-%.0f", 100 * low, 100 * high);
    }
}
