package dev.easel.gateway;

import dev.easel.template.Throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// What a throttle lets through: it fills with time up to its burst, and each request takes one.
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Throttle throttle;
    private final Clock clock;
    private double tokens;
    private Instant filled;

    TokenBucket(Throttle throttle, Clock clock) {
        this.throttle = throttle;
        this.clock = clock;
        this.tokens = throttle.burst();
        this.filled = clock.instant();
    }

    /// True if one was left.
    synchronized boolean take() {
        var now = clock.instant();
        double passed = Duration.between(filled, now).toNanos() / NANOS_PER_SECOND;
        tokens = Math.min(throttle.burst(), tokens + Math.max(0, passed) * throttle.perSecond());
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
