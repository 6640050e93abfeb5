package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// An hour of a series, counted up. It is made of the hour's rows as a whole, each time anew, and
/// written over the one before: to make it twice counts nothing twice.
///
/// @param hour its start
/// @param skipped how many fires found their window taken
/// @param coverage which windows of the hour something fired in, whoever was called in them; absent
///     where windows are nothing that the source knows
/// @param parts the parts of what was observed, each counted up by itself; mostly empty
public record Rollup(
        Series series,
        Instant hour,
        Tally tally,
        long skipped,
        @Nullable Coverage coverage,
        Map<String, Tally> parts) {

    /// Of one.
    static final Duration LENGTH = Duration.ofHours(1);

    public Rollup {
        parts = Map.copyOf(parts);
    }

    /// The hour that this moment lies in.
    public static Instant hourOf(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    /// Of all that is known of an hour.
    ///
    /// @param fired the windows of the hour in which something fired, whoever was called in them
    public static Rollup of(
            Series series,
            Instant hour,
            List<Observation> observations,
            List<Coverage.Fired> fired) {
        return new Rollup(
                series,
                hour,
                Tally.of(
                        observations.stream()
                                .map(Observation::sample)
                                .filter(Objects::nonNull)
                                .toList()),
                observations.stream().mapToLong(Observation::skipped).sum(),
                Coverage.of(fired).orElse(null),
                parts(observations));
    }

    private static Map<String, Tally> parts(List<Observation> observations) {
        var samples = new TreeMap<String, List<Sample>>();
        observations.forEach(observation ->
                observation
                        .parts()
                        .forEach((name, sample) ->
                                samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(sample)));
        var parts = new TreeMap<String, Tally>();
        samples.forEach((name, ofPart) -> parts.put(name, Tally.of(ofPart)));
        return parts;
    }

    /// One tally of several rollups.
    public static Tally tally(List<Rollup> rollups) {
        return Tally.merge(rollups.stream().map(Rollup::tally).toList());
    }
}
