package dev.easel.simulator.runflow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// When a run is to pass from state to state. A run that is stuck has no end.
record Timeline(Instant created, Instant dispatching, Instant running, @Nullable Instant end) {

    static Timeline of(Instant created, Duration whole) {
        return new Timeline(
                created,
                created.plus(whole.dividedBy(5)),
                created.plus(whole.multipliedBy(2).dividedBy(5)),
                created.plus(whole));
    }

    static Timeline stuck(Instant created) {
        return new Timeline(created, Instant.MAX, Instant.MAX, null);
    }

    boolean isOver(Instant now) {
        return end != null && !now.isBefore(end);
    }

    String status(Instant now) {
        if (now.isBefore(dispatching)) {
            return "queued";
        }
        return now.isBefore(running) ? "dispatching" : "running";
    }
}
