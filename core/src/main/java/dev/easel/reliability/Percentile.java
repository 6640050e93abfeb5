package dev.easel.reliability;

/// The percentiles that are shown, each from so many samples on: below that, a number would be made of
/// one or two of them.
public enum Percentile {
    P50(0.50, 6),
    P95(0.95, 20),
    P99(0.99, 100);

    private final double share;
    private final long least;

    Percentile(double share, long least) {
        this.share = share;
        this.least = least;
    }

    /// Within 0 and 1.
    public double share() {
        return share;
    }

    /// How many samples it takes to show it.
    public long least() {
        return least;
    }
}
