package dev.easel.generation;

import java.time.Duration;

/// The queue that drives generations. A port.
public interface Steps {

    /// Sends a message that arrives after `delay` (at most 15 minutes), at least once.
    void send(Step step, Duration delay);
}
