package dev.easel.local;

import dev.easel.client.Stopwatch;

import java.time.Duration;

/// Time that passes only by waiting.
final class FakeStopwatch implements Stopwatch {

    private Duration elapsed = Duration.ZERO;

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public void pause(Duration time) {
        elapsed = elapsed.plus(time);
    }
}
