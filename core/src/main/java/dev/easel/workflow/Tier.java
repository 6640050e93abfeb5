package dev.easel.workflow;

import java.util.Arrays;
import java.util.Optional;

/// The resolution bucket that a person picks.
public enum Tier {
    ONE_K("1K", 1),
    TWO_K("2K", 4),
    FOUR_K("4K", 16);

    private final String wire;
    private final int costUnits;

    Tier(String wire, int costUnits) {
        this.wire = wire;
        this.costUnits = costUnits;
    }

    /// As the API and most providers spell it.
    public String wire() {
        return wire;
    }

    /// What one run costs relative to the smallest tier. Shown, not limited: the limits count runs.
    public int costUnits() {
        return costUnits;
    }

    /// Reads the API's spelling.
    public static Optional<Tier> of(String wire) {
        return Arrays.stream(values()).filter(tier -> tier.wire.equals(wire)).findFirst();
    }
}
