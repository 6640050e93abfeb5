package dev.easel.reliability;

import java.util.List;

/// How many samples were bad, hour by hour.
record Shares(List<Hour> hours) {

    /// More than this cannot be usual: nothing would be left to tell from it.
    private static final double MOST = 0.6;

    /// One hour.
    record Hour(long bad, long n) {}

    long bad() {
        return hours.stream().mapToLong(Hour::bad).sum();
    }

    long n() {
        return hours.stream().mapToLong(Hour::n).sum();
    }

    double mean() {
        return (double) bad() / n();
    }

    /// What is usual at most. What few samples leave open is taken to be usual, and so is by how much
    /// hours differ.
    ///
    /// @param least nothing rarer is believed
    /// @param spreads how many of [#spread()] it may be above the mean
    double usual(double least, double spreads) {
        var high = Wilson.interval(bad(), n()).high();
        double most = (high == null ? 1 : high) + spreads * spread();
        return Math.clamp(most, least, MOST);
    }

    /// The standard deviation by which hours differ, beyond what chance alone makes of their samples.
    /// Zero where bad ones come singly and at no time of the day more than at another.
    double spread() {
        double share = mean();
        double excess = 0;
        double pairs = 0;
        for (var hour : hours) {
            double expected = hour.n * share;
            excess += Math.pow(hour.bad - expected, 2) - expected * (1 - share);
            pairs += hour.n * (hour.n - 1.0);
        }
        return pairs == 0 ? 0 : Math.sqrt(Math.max(0, excess / pairs));
    }
}
