package dev.easel.reliability;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The stretch of time that one fire of the benchmark is for, named by its start. It follows from the
/// time that was scheduled, never from the clock of whoever fires: late and doubled fires are for the
/// same window.
public record CronWindow(Instant start) implements Comparable<CronWindow> {

    /// The window that this moment lies in. Windows are aligned to midnight UTC, as far as the period
    /// divides a day.
    public static CronWindow of(Instant scheduled, Duration period) {
        long length = period.toMillis();
        if (length < 1) {
            throw new IllegalArgumentException("a period is at least a millisecond: " + period);
        }
        return new CronWindow(
                Instant.ofEpochMilli(Math.floorDiv(scheduled.toEpochMilli(), length) * length));
    }

    /// As the API and the tables spell it: `2026-11-24T10:05:00Z`.
    public String wire() {
        return start.toString();
    }

    /// What [#wire()] wrote, and no other spelling of it.
    public static Optional<CronWindow> parse(String wire) {
        try {
            return Optional.of(new CronWindow(Instant.parse(wire)))
                    .filter(window -> window.wire().equals(wire));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(CronWindow other) {
        return start.compareTo(other.start);
    }
}
