package dev.easel.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One bar of the latency histogram that is shown. The bounds are the same for all and for ever, each
/// root two times the one before: 0.25 s to 362 s, and what is below and above.
///
/// @param from included
/// @param to not included
public record Bucket(Duration from, Duration to, long count) {

    private static final double FIRST_MILLIS = 250;
    private static final int BARS = 21;

    /// No latency is as long.
    private static final Duration END = Duration.ofHours(1);

    /// All bars, the empty ones too.
    public static List<Bucket> of(Latencies latencies) {
        var buckets = new ArrayList<Bucket>();
        var from = Duration.ZERO;
        for (int bar = 0; bar <= BARS + 1; bar++) {
            var to = bar > BARS ? END : bound(bar);
            buckets.add(new Bucket(from, to, latencies.between(from, to)));
            from = to;
        }
        return List.copyOf(buckets);
    }

    private static Duration bound(int bar) {
        return Duration.ofMillis(Math.round(FIRST_MILLIS * Math.pow(2, bar / 2.0)));
    }
}
