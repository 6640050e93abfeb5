package dev.easel.judging;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a person thinks of a finding. It is kept beside it and changes nothing.
///
/// @param judge whose finding
/// @param agrees or thinks that it is wrong
/// @param comment in the person's words; may be absent
public record Feedback(Judge judge, boolean agrees, @Nullable String comment, Instant at) {

    /// So many of one evaluation are kept.
    public static final int MOST = 50;
}
