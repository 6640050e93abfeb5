package dev.easel.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the panel says of an output.
public enum Verdict {
    GREEN,
    AMBER,
    RED,
    /// A required judge is missing: neither good nor bad can be said.
    INCOMPLETE;

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
