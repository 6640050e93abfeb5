package dev.easel.benchmark;

import dev.easel.door.ChosenProviders;
import dev.easel.door.Environment;

import java.time.Duration;
import java.util.Map;

/// What the benchmark is told by its environment.
record BenchmarkSettings(
        String bucket,
        String runsTable,
        String guardsTable,
        String bus,
        ChosenProviders providers,
        Duration period,
        Duration deadline,
        long centsPerDay,
        long outputBytesMax) {

    private static final long MICRO_DOLLARS_PER_CENT = 10_000;

    static BenchmarkSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new BenchmarkSettings(
                        environment.text("BUCKET"),
                        environment.text("RUNS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("BUS"),
                        ChosenProviders.ofBenchmark(environment),
                        environment.seconds("BENCHMARK_PERIOD_SECONDS", 300),
                        environment.seconds("BENCHMARK_DEADLINE_SECONDS", 120),
                        environment.number("BENCHMARK_CENTS_PER_DAY", 500),
                        environment.number("OUTPUT_BYTES_MAX", 104_857_600));
        environment.check();
        return settings;
    }

    long microDollarsPerDay() {
        return centsPerDay * MICRO_DOLLARS_PER_CENT;
    }
}
