package dev.easel.failure;

import java.time.Duration;

/// A time as a person says it, never less than it is.
final class InWords {

    private static final int SMALL = 120;
    private static final int SIXTY = 60;

    private InWords() {}

    /// `50 seconds`, `12 minutes`, `5 hours and 1 minute`: the unit that is fine enough to wait by.
    static String of(Duration time) {
        long seconds = Math.max(1, Math.ceilDiv(time.toMillis(), 1000));
        if (seconds < SMALL) {
            return some(seconds, "second");
        }
        long minutes = Math.ceilDiv(seconds, SIXTY);
        if (minutes < SMALL) {
            return some(minutes, "minute");
        }
        var hours = some(minutes / SIXTY, "hour");
        return minutes % SIXTY == 0 ? hours : hours + " and " + some(minutes % SIXTY, "minute");
    }

    private static String some(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
