package dev.easel.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a measured number is held against.
///
/// @param value in the unit of what is measured
public record Limit(Bound bound, double value) {

    /// On which side of the limit it is well.
    public enum Bound {
        AT_LEAST,
        AT_MOST;

        /// As the API spells it.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Bound> of(String wire) {
            return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
        }
    }

    static Limit atLeast(double value) {
        return new Limit(Bound.AT_LEAST, value);
    }

    static Limit atMost(double value) {
        return new Limit(Bound.AT_MOST, value);
    }

    /// False for a number that is none.
    public boolean holds(double measured) {
        return switch (bound) {
            case AT_LEAST -> measured >= value;
            case AT_MOST -> measured <= value;
        };
    }
}
