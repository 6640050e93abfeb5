package dev.easel.local;

import dev.easel.providers.ProviderShelf;

import java.time.Duration;
import java.util.TreeMap;
import java.util.TreeSet;

/// The benchmark on a laptop: it calls every simulated provider, because none of them costs anything.
final class SimulatedBenchmark {

    private SimulatedBenchmark() {}

    /// The stack with the benchmark so often; without it where that is never. What was named before
    /// stays.
    static StackOptions every(Duration period, StackOptions options) {
        if (period.isZero()) {
            return options;
        }
        var parameters = new TreeMap<>(options.parameters());
        parameters.putIfAbsent(
                "BenchmarkProviders", String.join(",", new TreeSet<>(ProviderShelf.ids())));
        parameters.putIfAbsent("BenchmarkSchedule", "rate(" + period.toSeconds() + " seconds)");
        parameters.putIfAbsent("BenchmarkPeriodSeconds", String.valueOf(period.toSeconds()));
        // The prices are real, the bills are not: seeing it live must not end after a few minutes.
        parameters.putIfAbsent("BenchmarkCentsPerDay", "1000000");
        return options.withParameters(parameters);
    }
}
