package dev.easel.judging;

import java.time.Duration;

/// The queue that drives evaluations. A port.
public interface EvaluationSteps {

    /// Sends a message that arrives after `delay` (at most 15 minutes), at least once.
    void send(EvaluationStep step, Duration delay);
}
