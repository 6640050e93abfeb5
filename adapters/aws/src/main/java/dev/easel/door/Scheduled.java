package dev.easel.door;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import java.time.Instant;

/// The time that a tick was scheduled for.
public final class Scheduled {

    private Scheduled() {}

    /// Never the time of the call: who is late, or repeated, must come to the same result.
    public static Instant at(ScheduledEvent event) {
        if (event.getTime() == null) {
            throw new IllegalArgumentException("the event does not say what time it is for");
        }
        return Instant.ofEpochMilli(event.getTime().getMillis());
    }
}
