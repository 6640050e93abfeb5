package dev.easel.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is so wrong with an output that the pixels alone prove it, and no opinion can save it.
///
/// The names stay: streaks and operators' events carry them.
public enum Fault {
    /// Not a whole picture.
    BROKEN,
    /// Nothing can be seen on it.
    BLANK,
    /// It is what went in, where something was to happen.
    UNCHANGED;

    /// As tables and events spell it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fault> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
