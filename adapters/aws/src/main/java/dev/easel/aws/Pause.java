package dev.easel.aws;

import java.time.Duration;

/// Waits a moment, well below a second: `Thread::sleep` in a function, a simulated clock in a test.
@FunctionalInterface
public interface Pause {
    void take(Duration time) throws InterruptedException;
}
