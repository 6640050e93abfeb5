package dev.easel.workflow;

import java.util.Arrays;
import java.util.Optional;

/// The resolution bucket that a person picks.
public enum Tier {
    ONE_K("1K", 1, 1024),
    TWO_K("2K", 4, 2048),
    FOUR_K("4K", 16, 4096);

    private final String wire;
    private final int costUnits;
    private final int longSide;

    Tier(String wire, int costUnits, int longSide) {
        this.wire = wire;
        this.costUnits = costUnits;
        this.longSide = longSide;
    }

    /// As the API and most providers spell it.
    public String wire() {
        return wire;
    }

    /// What one run costs relative to the smallest tier. Shown, not limited: the limits count runs.
    public int costUnits() {
        return costUnits;
    }

    /// Roughly the pixels of the longer side: a bucket, not a promise.
    public int longSide() {
        return longSide;
    }

    /// Reads the API's spelling.
    public static Optional<Tier> of(String wire) {
        return Arrays.stream(values()).filter(tier -> tier.wire.equals(wire)).findFirst();
    }
}
