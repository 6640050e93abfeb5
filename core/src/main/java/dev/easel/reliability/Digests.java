package dev.easel.reliability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// Reads what is known of series over a window: hours that have ended from their rollups, the rest row
/// by row. So a month costs as many reads as it has hours, however much went on in them.
public final class Digests {

    private final History history;

    public Digests(History history) {
        this.history = history;
    }

    /// Of series of one source that have their windows in common: one in which somebody else was called
    /// is not missed.
    public Map<Series, Digest> read(Window window, List<Series> all, Instant now) {
        var from = window.from(now);
        var open = open(window, from, now);
        var rows = new LinkedHashMap<Series, List<Observation>>();
        all.forEach(series -> rows.put(series, history.observations(series, open, now, now)));
        var fired = fired(window, rows);
        var pieces = new LinkedHashMap<Series, List<Rollup>>();
        rows.forEach((series, ofSeries) -> {
            var ofOne = new ArrayList<>(history.rollups(series, from, open));
            ofOne.addAll(pieces(window, series, ofSeries, fired));
            pieces.put(series, ofOne);
        });
        var coverages = coverages(pieces);
        var digests = new LinkedHashMap<Series, Digest>();
        pieces.forEach((series, ofOne) ->
                digests.put(series, Digest.of(series, window, ofOne, coverages, now)));
        return digests;
    }

    /// Of a series that has its windows, if any, for itself.
    public Digest read(Window window, Series series, Instant now) {
        return Objects.requireNonNull(read(window, List.of(series), now).get(series));
    }

    /// Of each piece in which anything fired. Whoever was called in it tells the same.
    private static NavigableMap<Instant, Coverage> coverages(Map<Series, List<Rollup>> pieces) {
        var coverages = new TreeMap<Instant, Coverage>();
        pieces.values().stream()
                .flatMap(List::stream)
                .filter(piece -> piece.coverage() != null)
                .forEach(piece ->
                        coverages.put(piece.hour(), Objects.requireNonNull(piece.coverage())));
        return coverages;
    }

    /// Where rows begin to be read. Nobody may have rolled up for a while: then there are more of them.
    private Instant open(Window window, Instant from, Instant now) {
        if (window == Window.HOUR) {
            return from;
        }
        var upTo = history.rolledUp(now).upTo();
        return upTo.isBefore(from) ? from : upTo;
    }

    private static Map<Instant, List<Coverage.Fired>> fired(
            Window window, Map<Series, List<Observation>> rows) {
        var fired = new TreeMap<Instant, List<Coverage.Fired>>();
        rows.values().stream()
                .flatMap(List::stream)
                .map(Observation::fired)
                .filter(Objects::nonNull)
                .forEach(one ->
                        fired.computeIfAbsent(
                                        window.pieceOf(one.window().start()),
                                        _ -> new ArrayList<>())
                                .add(one));
        return fired;
    }

    private static List<Rollup> pieces(
            Window window,
            Series series,
            List<Observation> rows,
            Map<Instant, List<Coverage.Fired>> fired) {
        var ofPiece = new TreeMap<Instant, List<Observation>>();
        rows.forEach(row ->
                ofPiece.computeIfAbsent(window.pieceOf(row.at()), _ -> new ArrayList<>()).add(row));
        return ofPiece.entrySet().stream()
                .map(entry ->
                        Rollup.of(
                                series,
                                entry.getKey(),
                                entry.getValue(),
                                fired.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
