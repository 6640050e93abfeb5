package dev.easel.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a package came to.
public enum Outcome {
    /// All children succeeded.
    SUCCEEDED,
    /// Some did.
    PARTIAL,
    /// None did.
    FAILED,
    /// None did, because somebody stopped them.
    CANCELLED;

    /// Of children that have all ended.
    public static Outcome of(List<State> children) {
        long good = children.stream().filter(State.Succeeded.class::isInstance).count();
        if (good == children.size()) {
            return SUCCEEDED;
        }
        if (good > 0) {
            return PARTIAL;
        }
        return children.stream().allMatch(State.Cancelled.class::isInstance) ? CANCELLED : FAILED;
    }

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
