package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// How long a run took, from the call to each of its ends. What it never came to is absent.
///
/// @param accepted until the provider had taken the job; where the call is the work, until it answered
/// @param firstByte until the first byte of the picture, or of the answer that holds it
/// @param decoded until the picture could be seen
/// @param ended until it was over, whatever came of it
public record Timing(
        @Nullable Duration accepted,
        @Nullable Duration firstByte,
        @Nullable Duration decoded,
        Duration ended) {}
