package dev.easel.seed;

import dev.easel.simulator.script.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How calls go at a moment of a made-up past: by the temper of who is called, the time of day, and what
/// the story has in store.
record Weather(Story story) {

    /// By how much the busiest hour is slower than the quietest.
    private static final double SWING = 0.3;

    /// @param size of the work, as a factor: the benchmark's is 1
    Call call(Actor actor, Instant at, double size, RandomGenerator random) {
        var trouble = story.trouble(actor.provider(), at);
        double slower = size * trouble.map(Trouble::slower).orElse(1.0);
        var time = stretched(actor.temper().time(random), slower * (1 + SWING * (busy(at) - 0.5)));
        return trouble.flatMap(one -> lapse(one, random))
                .or(() -> lapse(actor, at, random))
                .map(lapse -> Call.failed(actor, lapse, time, random))
                .orElseGet(() -> Call.good(actor, time, random));
    }

    private static Optional<Scenario> lapse(Trouble trouble, RandomGenerator random) {
        return random.nextDouble() < trouble.share()
                ? Optional.ofNullable(trouble.lapse())
                : Optional.empty();
    }

    private static Optional<Scenario> lapse(Actor actor, Instant at, RandomGenerator random) {
        return actor.temper().lapse(random).filter(_ -> random.nextDouble() < (1 + busy(at)) / 2);
    }

    private static Duration stretched(Duration time, double factor) {
        return Duration.ofMillis(Math.round(time.toMillis() * factor));
    }

    /// From 0 at three in the morning to 1 at three in the afternoon.
    static double busy(Instant at) {
        double hour = at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0;
        return (1 + Math.sin((hour - 9) / 12 * Math.PI)) / 2;
    }
}
