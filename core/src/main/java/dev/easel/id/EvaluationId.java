package dev.easel.id;

import java.util.Optional;

/// Names one evaluation of a generation's output.
public record EvaluationId(String value) implements Id {

    /// What the value starts with.
    public static final String PREFIX = "evl";

    public EvaluationId {
        Id.requireForm(PREFIX, value);
    }

    /// The first evaluation of a generation. It follows from the generation's id, so that whoever
    /// hands over twice hands over the same.
    public static EvaluationId first(GenerationId generation) {
        return new EvaluationId(
                PREFIX + generation.value().substring(GenerationId.PREFIX.length()));
    }

    /// One after the first; the number says how many went before. It follows from the generation's id as
    /// well: who asks for it twice at once asks for the same one.
    public static EvaluationId later(GenerationId generation, int before) {
        if (before < 1) {
            throw new IllegalArgumentException("the first has another name");
        }
        return new EvaluationId(Id.derived(PREFIX, generation.value() + "#" + before));
    }

    /// Reads an id that came from outside; empty when it is not ours.
    public static Optional<EvaluationId> parse(String text) {
        return Id.hasForm(PREFIX, text) ? Optional.of(new EvaluationId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
