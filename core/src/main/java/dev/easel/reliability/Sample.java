package dev.easel.reliability;

import dev.easel.failure.Billed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What the statistics know of one call: what came of it, how long it took, what it cost. No
/// prompt, no address, no picture.
///
/// @param latency until the picture could be seen, or the answer was there; absent where nothing came
/// @param picture whether a picture came at all, usable or not
/// @param microDollars what the call costs by the price list, if it was billed; absent where nobody
///     wrote down a price, which is not the same as nothing
/// @param simulated whether it is made up, or was answered by a simulator
public record Sample(
        Result result,
        @Nullable Duration latency,
        boolean picture,
        Billed billed,
        @Nullable Long microDollars,
        boolean simulated) {

    /// Of a call whose price is known.
    public Sample(
            Result result,
            @Nullable Duration latency,
            boolean picture,
            Billed billed,
            long microDollars,
            boolean simulated) {
        this(result, latency, picture, billed, Long.valueOf(microDollars), simulated);
    }

    /// It was billed, and nobody can say how much.
    boolean isUnpriced() {
        return billed == Billed.YES && microDollars == null;
    }

    /// What it is known to have cost.
    long cost() {
        return billed == Billed.YES && microDollars != null ? microDollars : 0;
    }
}
