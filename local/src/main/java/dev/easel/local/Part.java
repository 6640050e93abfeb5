package dev.easel.local;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A piece of a stack that can run in a process of its own, so that it can be killed alone.
public enum Part {
    /// The front, the functions, and what calls them: queues and schedules.
    FUNCTIONS,
    DYNAMODB,
    /// Its messages live in memory: they end with its process.
    SQS,
    S3,
    /// The event bus and the Parameter Store.
    EVENTS,
    SIMULATOR;

    static final Set<Part> ALL = Collections.unmodifiableSet(EnumSet.allOf(Part.class));

    /// As it is written on a command line.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
