package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

/// Where the truth lies with 95 % confidence. An end is absent where the samples are too few to say.
public record Interval(@Nullable Double low, @Nullable Double high) {}
