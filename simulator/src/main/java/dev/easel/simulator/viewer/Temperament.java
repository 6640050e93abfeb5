package dev.easel.simulator.viewer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a model behaves.
enum Temperament {
    /// Looks, and says what it saw.
    HONEST,
    /// Passes everything.
    LAZY,
    /// Fails everything, and points at nothing.
    LYING,
    /// Will not look.
    REFUSING,
    /// Takes longer than anybody waits.
    SLOW,
    /// Answers in another form than it was asked to.
    MALFORMED,
    /// Did as a text in a picture told it, and owns up to it.
    INJECTED,
    /// Has no time, and says so.
    BUSY,
    /// Falls over.
    BROKEN;

    static Optional<Temperament> of(String model) {
        // Ids of some services begin with the company: `easel.honest-1:0`.
        var name = model.substring(model.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(each -> name.startsWith(each.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
