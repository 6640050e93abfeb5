package dev.easel.judging;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the panel says of an output.
public enum Verdict {
    GREEN,
    AMBER,
    RED,
    /// A required judge is missing: neither good nor bad can be said.
    INCOMPLETE;

    /// From the worst to the best.
    private static final List<Verdict> WORST_FIRST = List.of(RED, INCOMPLETE, AMBER, GREEN);

    /// The worst of several; empty of none.
    public static Optional<Verdict> worst(Collection<Verdict> several) {
        return several.stream().min(Comparator.comparingInt(WORST_FIRST::indexOf));
    }

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
