package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What the statistics learn of one row.
///
/// @param at the moment that it counts at: the window's start, or the end of an attempt
/// @param sample absent while what it tells of is under way
/// @param fired the window that it belongs to; absent where windows are nothing that its source knows
/// @param skipped how many fires found it taken
public record Observation(
        Instant at, @Nullable Sample sample, Coverage.@Nullable Fired fired, long skipped) {}
