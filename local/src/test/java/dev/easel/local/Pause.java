package dev.easel.local;

import java.util.concurrent.locks.LockSupport;

/// Between two looks at something that happens elsewhere.
final class Pause {

    private static final long NANOS = 100_000_000;

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(NANOS);
    }
}
