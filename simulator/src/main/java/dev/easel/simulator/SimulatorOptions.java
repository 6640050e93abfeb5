package dev.easel.simulator;

import dev.easel.simulator.script.Pace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Where a simulator listens (port 0 is any free one), where it keeps its journal and its outputs,
/// how long things take, and the seed of all its chance.
///
/// @param keysHonoured whether an idempotency key protects from a second run; of most providers
///     nobody knows
/// @param slowEvaluation how long the scenario `evaluation-slow` takes
/// @param watched of which words the scenario `everyday` is played; of none, it is as `normal`
public record SimulatorOptions(
        int port,
        Path folder,
        Pace pace,
        long seed,
        boolean keysHonoured,
        Duration slowEvaluation,
        Set<String> watched) {

    /// As long as the slowest that was seen of the real one.
    private static final Duration SLOW_EVALUATION = Duration.ofMinutes(4);

    public SimulatorOptions {
        watched = Set.copyOf(watched);
    }

    public SimulatorOptions(int port, Path folder, Pace pace, long seed) {
        this(port, folder, pace, seed, true, SLOW_EVALUATION, Set.of());
    }

    public SimulatorOptions withKeysHonoured(boolean other) {
        return new SimulatorOptions(port, folder, pace, seed, other, slowEvaluation, watched);
    }

    public SimulatorOptions withSlowEvaluation(Duration other) {
        return new SimulatorOptions(port, folder, pace, seed, keysHonoured, other, watched);
    }

    public SimulatorOptions withWatched(Set<String> other) {
        return new SimulatorOptions(port, folder, pace, seed, keysHonoured, slowEvaluation, other);
    }
}
