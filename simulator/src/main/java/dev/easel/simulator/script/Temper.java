package dev.easel.simulator.script;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a provider is like on an ordinary day: how long it takes, and what goes wrong how often.
/// Nobody measured this of the real ones; each only has a character of its own, so that one can be told
/// from another in what is shown of them.
///
/// @param usual half of its jobs take longer
/// @param spread how far jobs are from that, by the standard deviation of the logarithm: 0.1 is steady,
///     0.5 has a heavy tail
public record Temper(Duration usual, double spread, List<Lapse> lapses) {

    /// What goes wrong now and then.
    ///
    /// @param share of all calls
    public record Lapse(Scenario scenario, double share) {}

    public Temper {
        lapses = List.copyOf(lapses);
    }

    /// Empty for one that nobody knows.
    public static Optional<Temper> of(String provider) {
        return Optional.ofNullable(
                switch (provider) {
                    // Nearly perfect.
                    case "runflow" -> of(25, 0.2, new Lapse(Scenario.UNAVAILABLE, 0.001));
                    case "google" ->
                            of(
                                    26,
                                    0.22,
                                    new Lapse(Scenario.UNAVAILABLE, 0.022),
                                    new Lapse(Scenario.ERROR_HTML, 0.012));
                    // Slow, and now and then so slow that nobody waits for it.
                    case "replicate" -> of(30, 0.55, new Lapse(Scenario.FAILED_UNKNOWN, 0.006));
                    // Quick and steady.
                    case "together" -> of(15, 0.08, new Lapse(Scenario.UNAVAILABLE, 0.004));
                    case "prodia" ->
                            of(
                                    32,
                                    0.25,
                                    new Lapse(Scenario.EMPTY_OUTPUT, 0.010),
                                    new Lapse(Scenario.BLANK, 0.008),
                                    new Lapse(Scenario.TRUNCATED, 0.004));
                    case "runware" ->
                            of(
                                    20,
                                    0.18,
                                    new Lapse(Scenario.RATE_LIMITED, 0.035),
                                    new Lapse(Scenario.UNAVAILABLE, 0.003));
                    default -> null;
                });
    }

    private static Temper of(int usualSeconds, double spread, Lapse... lapses) {
        return new Temper(Duration.ofSeconds(usualSeconds), spread, List.of(lapses));
    }

    /// What goes wrong this time; empty when nothing does.
    public Optional<Scenario> lapse(RandomGenerator random) {
        double dice = random.nextDouble();
        for (var lapse : lapses) {
            dice -= lapse.share;
            if (dice < 0) {
                return Optional.of(lapse.scenario);
            }
        }
        return Optional.empty();
    }

    /// How long it takes this time.
    public Duration time(RandomGenerator random) {
        double factor = Math.exp(spread * random.nextGaussian());
        return Duration.ofMillis(Math.round(usual.toMillis() * factor));
    }
}
