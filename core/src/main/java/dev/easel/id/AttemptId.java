package dev.easel.id;

import java.util.Optional;

/// Names one submit to one provider. It is also the reference and the idempotency key that the
/// provider is given.
public record AttemptId(String value) implements Id {

    /// What the value starts with.
    public static final String PREFIX = "att";

    public AttemptId {
        Id.requireForm(PREFIX, value);
    }

    /// Reads an id that came from outside; empty when it is not ours.
    public static Optional<AttemptId> parse(String text) {
        return Id.hasForm(PREFIX, text) ? Optional.of(new AttemptId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
