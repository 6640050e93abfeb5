package dev.easel.reliability;

import java.time.Instant;

/// What the benchmark may spend on a day, in UTC. A port.
public interface Budget {

    /// Takes this much from the day's budget, or nothing if so much is not left.
    boolean spend(long microDollars, Instant now);
}
