package dev.easel.quota;

import java.time.Duration;

/// A limit: so many of one thing in a window of time.
///
/// @param name what headers, problems and `GET /v1/limits` call it
/// @param unit what is counted, in a plural that ends in s
public record Quota(String name, String unit, int limit, Duration window) {

    public Quota {
        if (limit < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + limit);
        }
    }

    /// Generations that one address may start in any 60 minutes.
    public static Quota runsPerAddress(int limit) {
        return new Quota("runs-per-address", "runs", limit, Duration.ofHours(1));
    }

    /// Generations that all callers together may start in a UTC day.
    public static Quota runsPerDay(int limit) {
        return new Quota("runs-per-day", "runs", limit, Duration.ofDays(1));
    }

    /// Upload URLs that one address may ask for in any 60 minutes.
    public static Quota uploadsPerAddress(int limit) {
        return new Quota("uploads-per-address", "upload requests", limit, Duration.ofHours(1));
    }

    /// `20 runs`, `1 run`.
    public String inWords() {
        return limit + " " + (limit == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }
}
