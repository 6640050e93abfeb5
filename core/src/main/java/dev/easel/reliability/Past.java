package dev.easel.reliability;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// The hours of one series, to learn from. A port.
@FunctionalInterface
public interface Past {

    /// From `from` on and before `to`, the oldest first.
    List<Rollup> rollups(Instant from, Instant to);

    /// Of these hours, and no others: for who has read them all before.
    static Past of(List<Rollup> hours) {
        var sorted = new TreeMap<Instant, Rollup>();
        hours.forEach(hour -> sorted.put(hour.hour(), hour));
        return (from, to) -> List.copyOf(sorted.subMap(from, to).values());
    }
}
