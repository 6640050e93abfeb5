package dev.easel.client;

import java.time.Duration;

/// The time since a command began, and the waiting within it. Handed in, so that no test sleeps.
public interface Stopwatch {

    Duration elapsed();

    void pause(Duration time) throws InterruptedException;

    /// Runs from now on the clock that never jumps.
    static Stopwatch started() {
        var start = System.nanoTime();
        return new Stopwatch() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime() - start);
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
