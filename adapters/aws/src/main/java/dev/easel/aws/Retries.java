package dev.easel.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// Tries again what came to nothing, with full jitter, for five seconds. For conflicts between
/// transactions the SDK does not.
///
/// @param clock also tells the time of each try
public record Retries(InstantSource clock, RandomGenerator random, Pause pause) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS_MAX = 640;
    private static final int DOUBLINGS_MAX = 5;

    /// What came of one try.
    sealed interface Tried<T> {

        /// It is decided.
        record Decided<T>(T value) implements Tried<T> {}

        /// Try again.
        record Undecided<T>(Why why) implements Tried<T> {}
    }

    /// Why a try decided nothing, and by how much the pauses after it grow.
    enum Why {
        /// Another transaction was at the same items, or the answer was lost: soon.
        COLLIDED(20),
        /// The table is asked too much: less soon.
        THROTTLED(50);

        private final long firstMillis;

        Why(long firstMillis) {
            this.firstMillis = firstMillis;
        }
    }

    /// By the machine's own clock and chance: for what only waits for others to be done.
    static Retries ofThisMachine() {
        return new Retries(InstantSource.system(), RandomGenerator.getDefault(), Thread::sleep);
    }

    /// The first decision; null when none came in time.
    <T> @Nullable T until(IntFunction<Tried<T>> attempt) {
        var end = clock.instant().plus(PATIENCE);
        for (int i = 0; ; i++) {
            switch (once(attempt, i)) {
                case Tried.Decided<T>(var value) -> {
                    return value;
                }
                case Tried.Undecided<T>(var why) -> {
                    var pause = pauseAfter(i, why);
                    if (clock.instant().plus(pause).isAfter(end)) {
                        return null;
                    }
                    rest(pause);
                }
            }
        }
    }

    private static <T> Tried<T> once(IntFunction<Tried<T>> attempt, int number) {
        try {
            return attempt.apply(number);
        } catch (SdkException e) {
            return new Tried.Undecided<>(why(e));
        }
    }

    /// Why this settles nothing; throws what another try would only repeat. A call that was cut off
    /// may have done its work: only reading again can tell.
    static Why why(SdkException e) {
        if (!(e instanceof SdkServiceException service)) {
            return Why.COLLIDED;
        }
        if (service.isThrottlingException()) {
            return Why.THROTTLED;
        }
        if (service.statusCode() / 100 == 5
                || e instanceof TransactionConflictException
                || e instanceof TransactionInProgressException) {
            return Why.COLLIDED;
        }
        throw e;
    }

    private Duration pauseAfter(int tries, Why why) {
        long most = Math.min(PAUSE_MILLIS_MAX, why.firstMillis << Math.min(tries, DOUBLINGS_MAX));
        return Duration.ofMillis(random.nextLong(most + 1));
    }

    private void rest(Duration time) {
        try {
            pause.take(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to try again", e);
        }
    }
}
