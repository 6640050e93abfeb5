package dev.easel.gateway;

import dev.easel.template.Throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Holds calls back as the gateway does: each throttled route has a bucket of tokens that fills at its
/// rate, and a call without a token is refused.
final class Buckets {

    private static final double NANOS = 1e9;

    private final Map<String, Throttle> throttles;
    private final Clock clock;
    private final Map<String, Level> levels = new HashMap<>();

    private record Level(double tokens, Instant at) {}

    Buckets(Map<String, Throttle> throttles, Clock clock) {
        this.throttles = Map.copyOf(throttles);
        this.clock = clock;
    }

    /// Whether a call of this route may go on; takes a token if so.
    synchronized boolean take(String route) {
        var throttle = throttles.get(route);
        if (throttle == null) {
            return true;
        }
        var now = clock.instant();
        var level = levels.getOrDefault(route, new Level(throttle.burst(), now));
        var filled =
                level.tokens + Duration.between(level.at, now).toNanos() / NANOS * throttle.rate();
        var tokens = Math.min(throttle.burst(), filled);
        boolean free = tokens >= 1;
        levels.put(route, new Level(free ? tokens - 1 : tokens, now));
        return free;
    }
}
