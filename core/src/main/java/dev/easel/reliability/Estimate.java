package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A percentile of latency, and between which two of the samples its true value lies with 95 %
/// confidence.
///
/// @param low absent where the samples are too few for a lower end
/// @param high absent where they are too few for an upper end
public record Estimate(Duration value, @Nullable Duration low, @Nullable Duration high) {}
