package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A message to the panel.
///
/// @param kind what to do
/// @param judge who is to be asked; only where one is
/// @param poll how many polls of the panel, or askings of that judge, went before; whoever moves the
///     number does the work
/// @param correlation the request that began it all, for the logs
public record EvaluationStep(
        GenerationId generation,
        EvaluationId evaluation,
        Kind kind,
        @Nullable Judge judge,
        int poll,
        String correlation) {

    public EvaluationStep {
        if ((kind == Kind.ASK) != (judge != null)) {
            throw new IllegalArgumentException("a judge is named where one is asked");
        }
    }

    /// Of the whole panel.
    public EvaluationStep(
            GenerationId generation,
            EvaluationId evaluation,
            Kind kind,
            int poll,
            String correlation) {
        this(generation, evaluation, kind, null, poll, correlation);
    }

    /// What a message asks for.
    public enum Kind {
        /// Run the pixel judges, ask the others.
        START,
        /// Ask one judge, whose answer is the call.
        ASK,
        /// Hear whether the others have answered.
        POLL,
        /// Time is up: who has not answered abstains.
        DEADLINE;

        /// As messages spell it.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wire) {
            return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
        }
    }
}
