package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

/// What the statistics learn of one row.
///
/// @param sample absent while what it tells of is under way
/// @param fired the window that it belongs to; absent where windows are nothing that its source knows
/// @param skipped how many fires found it taken
public record Observation(@Nullable Sample sample, Coverage.@Nullable Fired fired, long skipped) {}
