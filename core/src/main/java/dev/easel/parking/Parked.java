package dev.easel.parking;

import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A workflow that takes no orders for now.
public sealed interface Parked {

    /// Its id.
    String workflow();

    /// Why, in a person's words: names no model, no company and no failure class.
    String notice();

    Instant since();

    /// As events and the command line spell who did it.
    String by();

    /// By an operator: it rests until an operator wakes it.
    record ByHand(String workflow, String notice, Instant since) implements Parked {
        @Override
        public String by() {
            return "hand";
        }
    }

    /// Because its last generations all ended for the same cause: it rests until a canary passes.
    ///
    /// @param cause for operators: a failure's class, or `red:` and the fault
    /// @param last the generation that made it one too many
    /// @param canary the newest that was sent ahead; absent before the first
    record ByItself(
            String workflow,
            String cause,
            Instant since,
            GenerationId last,
            @Nullable GenerationId canary)
            implements Parked {

        @Override
        public String notice() {
            return Sign.isOfVerdict(cause)
                    ? "This is resting: its last results were not good enough. It is tried again"
                            + " every few minutes and opens as soon as it works."
                    : "This is resting: it did not work the last few times. It is tried again"
                            + " every few minutes and opens as soon as it works.";
        }

        @Override
        public String by() {
            return "itself";
        }
    }
}
