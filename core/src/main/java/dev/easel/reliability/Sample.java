package dev.easel.reliability;

import dev.easel.failure.Billed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What the statistics know of one call: what came of it, how long it took, what it cost. No
/// prompt, no address, no picture.
///
/// @param latency until the picture could be seen; absent where none could
/// @param picture whether a picture came at all, usable or not
/// @param microDollars what the call costs by the price list, if it was billed
/// @param simulated whether it is made up, or was answered by a simulator
public record Sample(
        Result result,
        @Nullable Duration latency,
        boolean picture,
        Billed billed,
        long microDollars,
        boolean simulated) {}
