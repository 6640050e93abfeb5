package dev.easel.id;

import java.util.Optional;

/// Names one generation.
public record GenerationId(String value) implements Id {

    /// What the value starts with.
    public static final String PREFIX = "gen";

    public GenerationId {
        Id.requireForm(PREFIX, value);
    }

    /// Reads an id that came from outside; empty when it is not ours.
    public static Optional<GenerationId> parse(String text) {
        return Id.hasForm(PREFIX, text) ? Optional.of(new GenerationId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
