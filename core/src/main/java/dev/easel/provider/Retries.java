package dev.easel.provider;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often and how long after a refusal a job is sent to the same provider anew: a few times, after
/// pauses that double and are spread by chance, so that many who were refused at once do not return
/// at once.
///
/// @param first the longest first pause
/// @param max the longest pause of ours, and the longest that a provider may ask for
/// @param timesMax how often
public record Retries(Duration first, Duration max, int timesMax) {

    /// The pause before the retry of this number, counted from 0; empty when there is none. What the
    /// provider asks for is the least; who asks for more than we wait is not asked again.
    public Optional<Duration> pause(int retry, @Nullable Duration asked, RandomGenerator random) {
        if (retry >= timesMax || (asked != null && asked.compareTo(max) > 0)) {
            return Optional.empty();
        }
        long longest = Math.min(max.toSeconds(), first.toSeconds() << Math.min(retry, 20));
        // Half of it is certain: a pause of nothing would be none.
        long least = Math.max(longest / 2, asked == null ? 0 : asked.toSeconds());
        return Optional.of(Duration.ofSeconds(least + random.nextLong(longest - longest / 2 + 1)));
    }
}
