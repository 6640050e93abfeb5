package dev.easel.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What one judge says.
public enum Result {
    PASS,
    FAIL,
    /// It could not say: an error, a refusal, no answer in time. Never a pass, never a fail.
    ABSTAIN;

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Result> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
