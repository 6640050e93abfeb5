package dev.easel.metrics;

import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Run;
import dev.easel.reliability.Runs;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The newest windows of the benchmark, with what came of each call.
final class Batches {

    private final Runs runs;
    private final List<String> providers;
    private final Clock clock;

    Batches(Runs runs, List<String> providers, Clock clock) {
        this.runs = runs;
        this.providers = List.copyOf(providers);
        this.clock = clock;
    }

    /// All calls of a window, by provider.
    record Batch(CronWindow window, List<Run> runs) {}

    /// Some windows, the newest first.
    ///
    /// @param next where the next ones begin; absent where there are none
    record Page(List<Batch> batches, @Nullable CronWindow next) {}

    /// Whatever was called in one of the newest windows is among the newest calls of its provider.
    Page page(BatchesRequest request) {
        var before = request.before() == null ? clock.instant() : request.before().start();
        var windows = new TreeMap<CronWindow, List<Run>>(Comparator.reverseOrder());
        providers.forEach(provider ->
                newest(provider, before, request.limit() + 1)
                        .forEach(run ->
                                windows.computeIfAbsent(run.window(), _ -> new ArrayList<>())
                                        .add(run)));
        var batches =
                windows.entrySet().stream()
                        .limit(request.limit())
                        .map(entry -> new Batch(entry.getKey(), entry.getValue()))
                        .toList();
        return new Page(
                batches, windows.size() > request.limit() ? batches.getLast().window() : null);
    }

    private List<Run> newest(String provider, Instant before, int most) {
        return runs.newest(new Series(provider, Source.BENCHMARK), before, most);
    }
}
