package dev.easel.simulator.job;

import java.time.Instant;
import java.util.List;

/// How a job ended.
public sealed interface Outcome {

    Instant at();

    /// With pictures, or with none of them where that is what goes wrong. Billed.
    record Made(Instant at, List<Outputs.Kept> pictures) implements Outcome {
        public Made {
            pictures = List.copyOf(pictures);
        }
    }

    /// A source could not be had, or is no picture.
    record Unreadable(Instant at, String why) implements Outcome {}

    /// As its scenario has it: each provider says so in its own words.
    record Failed(Instant at) implements Outcome {}

    /// By the customer, or by an operator of theirs.
    record Canceled(Instant at) implements Outcome {}
}
