package dev.easel.reliability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where samples come from. Sources are never mixed: a benchmark is the same work for all, traffic is
/// not.
public enum Source {
    BENCHMARK,
    TRAFFIC;

    /// As the API and the tables spell it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Source> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
