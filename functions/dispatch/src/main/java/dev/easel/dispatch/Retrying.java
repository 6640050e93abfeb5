package dev.easel.dispatch;

import dev.easel.generation.Generation;
import dev.easel.generation.Itinerary;
import dev.easel.guard.RetryBudget;
import dev.easel.provider.Retries;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Decides whether a refused job is sent anew: only where nothing can have been billed, a few times,
/// and not when everybody is retrying.
public final class Retrying {

    private final Retries retries;
    private final RetryBudget budget;
    private final RandomGenerator random;

    public Retrying(Retries retries, RetryBudget budget, RandomGenerator random) {
        this.retries = retries;
        this.budget = budget;
        this.random = random;
    }

    /// How long to wait before the job of this generation is sent anew; empty when it is not.
    Optional<Duration> pause(
            Generation generation, Itinerary.Again again, @Nullable Duration asked, Instant now) {
        return retries.pause(again.number(), asked, random)
                .filter(pause -> !generation.isPastDeadline(now.plus(pause)))
                .filter(_ -> budget.spend(again.candidate().provider(), now));
    }
}
