package dev.easel.failure;

import java.util.Locale;

/// Whether a provider charged for an attempt.
public enum Billed {
    NO,
    YES,
    UNKNOWN;

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
