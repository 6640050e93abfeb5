package dev.easel.benchmark;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Takes the times of one run. What is heard last before the picture is there is the answer that holds
/// it: it is heard by threads of the clients.
final class Watch {

    private final Clock clock;
    private final Instant start;
    private volatile @Nullable Duration heard;

    Watch(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    /// An answer begins to come.
    void hear() {
        heard = elapsed();
    }

    /// When an answer began to come last; absent before one did.
    @Nullable Duration heard() {
        return heard;
    }
}
