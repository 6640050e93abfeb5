package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of a series over a window.
///
/// @param skipped how many fires found their window taken
/// @param missed in how many windows nothing fired; absent where windows are nothing that the source
///     knows, or where it is not known since when there are any
/// @param points one after the other; where nothing was observed and nothing missed there is none
/// @param parts what took part in what was observed, by name
public record Digest(
        Series series,
        Tally tally,
        long skipped,
        @Nullable Long missed,
        List<Point> points,
        Map<String, Tally> parts) {

    public Digest {
        points = List.copyOf(points);
        parts = Map.copyOf(parts);
    }

    /// A step of the time series.
    ///
    /// @param from its start
    public record Point(Instant from, Tally tally, long skipped, long missed) {}

    /// Of pieces that do not overlap and are no longer than a step.
    ///
    /// @param coverages of all pieces in which anything fired, whoever was called, by their start
    static Digest of(
            Series series,
            Window window,
            List<Rollup> pieces,
            NavigableMap<Instant, Coverage> coverages,
            Instant now) {
        var since = since(pieces).map(first -> coverages.tailMap(first, true));
        var missed = since.map(own -> missed(window, own, now)).orElse(Map.of());
        return new Digest(
                series,
                Rollup.tally(pieces),
                pieces.stream().mapToLong(Rollup::skipped).sum(),
                since.isPresent()
                        ? missed.values().stream().mapToLong(Long::longValue).sum()
                        : null,
                points(window, pieces, missed),
                parts(pieces));
    }

    /// Nothing is missed of the time before there was any window of its own.
    private static Optional<Instant> since(List<Rollup> pieces) {
        return pieces.stream()
                .filter(piece -> piece.coverage() != null)
                .map(Rollup::hour)
                .min(Comparator.naturalOrder());
    }

    /// By point.
    private static Map<Instant, Long> missed(
            Window window, SortedMap<Instant, Coverage> coverages, Instant now) {
        var missed = new TreeMap<Instant, Long>();
        coverages.forEach(
                (at, coverage) -> missed.merge(window.pointOf(at), coverage.missed(), Long::sum));
        Coverage.gaps(List.copyOf(coverages.values()), now)
                .forEach(gap -> missed.merge(window.pointOf(gap), 1L, Long::sum));
        missed.values().removeIf(n -> n == 0);
        return missed;
    }

    private static List<Point> points(
            Window window, List<Rollup> pieces, Map<Instant, Long> missed) {
        var ofPoint = new TreeMap<Instant, List<Rollup>>();
        pieces.forEach(piece -> {
            var at = window.pointOf(piece.hour());
            ofPoint.computeIfAbsent(at, _ -> new ArrayList<>()).add(piece);
        });
        missed.keySet().forEach(at -> ofPoint.computeIfAbsent(at, _ -> new ArrayList<>()));
        var points = new ArrayList<Point>();
        ofPoint.forEach((at, ofOne) ->
                points.add(
                        new Point(
                                at,
                                Rollup.tally(ofOne),
                                ofOne.stream().mapToLong(Rollup::skipped).sum(),
                                missed.getOrDefault(at, 0L))));
        return points;
    }

    private static Map<String, Tally> parts(List<Rollup> pieces) {
        var ofPart = new TreeMap<String, List<Tally>>();
        pieces.forEach(piece ->
                piece.parts()
                        .forEach((name, tally) ->
                                ofPart.computeIfAbsent(name, _ -> new ArrayList<>()).add(tally)));
        var parts = new TreeMap<String, Tally>();
        ofPart.forEach((name, tallies) -> parts.put(name, Tally.merge(tallies)));
        return parts;
    }
}
