package dev.easel.simulator.script;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long things take before chance stretches or shortens them.
public enum Pace {
    /// For tests: as soon as a poll can still see every state.
    INSTANT(Duration.ofMillis(100), Duration.ofMillis(150), 0),
    /// For somebody who watches.
    BRISK(Duration.ofMillis(1500), Duration.ofMillis(1500), 0.3),
    /// As the real one: runs of tens of seconds, evaluations of two to four minutes.
    REAL(Duration.ofSeconds(25), Duration.ofSeconds(180), 0.33);

    private final Duration run;
    private final Duration evaluation;
    private final double jitter;

    Pace(Duration run, Duration evaluation, double jitter) {
        this.run = run;
        this.evaluation = evaluation;
        this.jitter = jitter;
    }

    /// A run that really takes so long: scaled as this pace scales all of them, and no slower than any
    /// other where everything is at once.
    public Duration run(Duration real, RandomGenerator random) {
        double factor = this == INSTANT ? 1 : real.toMillis() / (double) REAL.run.toMillis();
        return stretched(Duration.ofMillis(Math.round(run.toMillis() * factor)), random);
    }

    public Duration evaluation(RandomGenerator random) {
        return stretched(evaluation, random);
    }

    private Duration stretched(Duration duration, RandomGenerator random) {
        double factor = 1 + jitter * (random.nextDouble() * 2 - 1);
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
