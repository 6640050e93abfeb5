package dev.easel.simulator.script;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Ordinary days, each provider as its temper is. It is played for requests of these words alone: what
/// watches the providers sees them fail, and whoever works with them is spared.
///
/// Every provider has dice of its own. So what happens to its n-th request follows from the seed,
/// whatever the others are asked for meanwhile. Not safe for several threads at once: [Scenarios] lets one
/// in at a time.
public final class Everyday {

    private final Set<String> words;
    private final long seed;
    private final Map<String, RandomGenerator> dice = new HashMap<>();

    /// @param words of which a request has to hold one, from the first letter to the last
    public Everyday(Set<String> words, long seed) {
        this.words = Set.copyOf(words);
        this.seed = seed;
    }

    /// What happens to a request.
    ///
    /// @param body as it came, in whatever shape its wire has
    Scenario scenario(String provider, String body) {
        return temper(provider, body)
                .flatMap(temper -> temper.lapse(dice(provider)))
                .orElse(Scenario.NORMAL);
    }

    /// How long a job of these words takes; empty when it takes as long as any other.
    Optional<Duration> time(String provider, String prompt) {
        return temper(provider, prompt).map(temper -> temper.time(dice(provider)));
    }

    private Optional<Temper> temper(String provider, String text) {
        return words.stream().anyMatch(text::contains) ? Temper.of(provider) : Optional.empty();
    }

    private RandomGenerator dice(String provider) {
        return dice.computeIfAbsent(
                provider, name -> new SplittableRandom(seed * 31 + name.hashCode()));
    }
}
