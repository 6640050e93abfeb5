package dev.easel.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// How far back somebody asks.
public enum Window {
    /// Read row by row: no hour of it need have ended.
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(5)),
    DAY("24h", Duration.ofDays(1), Duration.ofHours(1)),
    WEEK("7d", Duration.ofDays(7), Duration.ofHours(1)),
    MONTH("30d", Duration.ofDays(30), Duration.ofHours(6));

    private final String wire;
    private final Duration length;
    private final Duration step;

    Window(String wire, Duration length, Duration step) {
        this.wire = wire;
        this.length = length;
        this.step = step;
    }

    /// As the API spells it.
    public String wire() {
        return wire;
    }

    public static Optional<Window> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire.equals(wire)).findFirst();
    }

    /// How far the points of its time series are apart.
    public Duration step() {
        return step;
    }

    /// Where it begins. Whole hours are counted up already: a long window has so many of them, and the
    /// open one.
    public Instant from(Instant now) {
        return floor(now, unit()).minus(length);
    }

    /// The point that this moment belongs to.
    public Instant pointOf(Instant at) {
        return floor(at, step);
    }

    /// The piece that this moment is read in: no longer than a point, and than an hour.
    Instant pieceOf(Instant at) {
        return floor(at, unit());
    }

    private Duration unit() {
        return this == HOUR ? step : Duration.ofHours(1);
    }

    private static Instant floor(Instant at, Duration unit) {
        long length = unit.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), length) * length);
    }
}
