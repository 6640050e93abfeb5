package dev.easel.simulator.job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// When a run is to pass from state to state. A run that is stuck has no end.
public record Timeline(
        Instant created, Instant dispatching, Instant running, @Nullable Instant end) {

    public static Timeline of(Instant created, Duration whole) {
        return new Timeline(
                created,
                created.plus(whole.dividedBy(5)),
                created.plus(whole.multipliedBy(2).dividedBy(5)),
                created.plus(whole));
    }

    public static Timeline stuck(Instant created) {
        return new Timeline(created, Instant.MAX, Instant.MAX, null);
    }

    public boolean isOver(Instant now) {
        return end != null && !now.isBefore(end);
    }

    public String status(Instant now) {
        if (now.isBefore(dispatching)) {
            return "queued";
        }
        return now.isBefore(running) ? "dispatching" : "running";
    }
}
