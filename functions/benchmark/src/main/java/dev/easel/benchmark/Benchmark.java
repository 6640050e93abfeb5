package dev.easel.benchmark;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.reliability.CronWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One fire of the benchmark: all providers at once, each in a thread and under a deadline of its own.
public final class Benchmark {

    private final List<Entrant> entrants;
    private final Duration period;
    private final Bus bus;
    private final Log log;

    /// @param period how far windows are apart
    public Benchmark(List<Entrant> entrants, Duration period, Bus bus, Log log) {
        this.entrants = List.copyOf(entrants);
        this.period = period;
        this.bus = bus;
        this.log = log;
    }

    /// What came of a fire.
    ///
    /// @param results what came of each provider that this fire called; empty where another fire had
    ///     taken all of them
    public record Fired(CronWindow window, Map<String, String> results) {
        public Fired {
            results = Map.copyOf(results);
        }
    }

    /// Fires for the window that `scheduled` lies in.
    ///
    /// @param scheduled when it was to fire, which is not quite now
    public Fired fire(Instant scheduled) {
        var window = CronWindow.of(scheduled, period);
        var results = run(window);
        if (!results.isEmpty()) {
            bus.publish(new Event("benchmark.completed", Map.of("cron_window", window.wire())));
        }
        return new Fired(window, results);
    }

    /// Nobody waits for another: each writes its row when it is done. Only the answer waits for all.
    private Map<String, String> run(CronWindow window) {
        var results = new TreeMap<String, String>();
        var failures = new ArrayList<RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new LinkedHashMap<Entrant, Future<Optional<String>>>();
            entrants.forEach(entrant ->
                    running.put(entrant, threads.submit(() -> entrant.run(window, period))));
            running.forEach((entrant, future) -> {
                try {
                    result(future).ifPresent(result -> results.put(entrant.provider(), result));
                } catch (IllegalStateException e) {
                    log.error("run failed", new Fact.Mishap(), e, "provider", entrant.provider());
                    failures.add(e);
                }
            });
        }
        log.tell(new Fact.Fire(results.size()), "cron_window", window.wire(), "results", results);
        if (!failures.isEmpty()) {
            // What is claimed is lost, and shown as lost. Lambda fires again for what is not.
            throw failures.getFirst();
        }
        return results;
    }

    private static Optional<String> result(Future<Optional<String>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
