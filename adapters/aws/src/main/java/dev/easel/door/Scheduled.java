package dev.easel.door;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import java.time.Instant;

/// The time that a tick was scheduled for.
public final class Scheduled {

    private Scheduled() {}

    public static Instant at(ScheduledEvent event) {
        return Instant.ofEpochMilli(event.getTime().getMillis());
    }
}
