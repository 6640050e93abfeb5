package dev.easel.reliability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where samples come from. Sources are never mixed: a benchmark is the same work for all, traffic is
/// not.
public enum Source {
    BENCHMARK,
    /// Attempts of real generations.
    TRAFFIC,
    /// What the panel does, in the place of a provider.
    EVALUATION;

    /// Those in which the subject is a provider.
    public static final List<Source> OF_PROVIDERS = List.of(BENCHMARK, TRAFFIC);

    /// As the API and the tables spell it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Source> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
