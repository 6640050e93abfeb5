package dev.easel.proof;

import java.time.Duration;

/// Real time, which other processes live by: it cannot be simulated, so it is waited for.
final class Moment {

    private static final Duration SHORT = Duration.ofMillis(50);

    private Moment() {}

    static void pass() {
        pass(SHORT);
    }

    static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
