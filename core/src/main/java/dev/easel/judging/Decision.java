package dev.easel.judging;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What an operator decided about an output that was not green. It stands beside the verdict and never
/// changes it.
///
/// @param note in the operator's words; may be absent
public record Decision(boolean accepted, @Nullable String note, Instant at) {

    /// As the API spells it.
    public String wire() {
        return accepted ? "accepted" : "rejected";
    }
}
