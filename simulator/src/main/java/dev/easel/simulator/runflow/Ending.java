package dev.easel.simulator.runflow;

import dev.easel.simulator.job.Outputs;

import java.time.Instant;
import java.util.List;

/// How a run ended.
sealed interface Ending {

    Instant at();

    /// With pictures; `status` is `succeeded` or `partial_succeeded`, `cost` a decimal string.
    record Done(Instant at, String status, List<Outputs.Kept> outputs, String cost)
            implements Ending {}

    /// Without. Nothing is billed.
    record Failed(Instant at, String code, String message, String stage) implements Ending {}

    /// By their operator. Nothing is billed here (what they do is documented only for work already
    /// at the model).
    record Canceled(Instant at) implements Ending {}
}
