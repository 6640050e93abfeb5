package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A message to the panel.
///
/// @param kind what to do
/// @param poll how many polls went before; whoever moves the number does the work
/// @param correlation the request that began it all, for the logs
public record EvaluationStep(
        GenerationId generation, EvaluationId evaluation, Kind kind, int poll, String correlation) {

    /// What a message asks for.
    public enum Kind {
        /// Run the pixel judges, ask the others.
        START,
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
