package dev.easel.judging;

import org.jspecify.annotations.Nullable;

/// One number that a check took.
///
/// @param name such as `changed_inside`; names stay, evaluations are kept by them
/// @param limit what it is held against; absent for numbers that only help to understand
record Measure(String name, double value, @Nullable Limit limit) {

    static Measure of(String name, double value) {
        return new Measure(name, value, null);
    }

    boolean isWell() {
        return limit == null || limit.holds(value);
    }
}
