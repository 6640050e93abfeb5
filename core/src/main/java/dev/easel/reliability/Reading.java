package dev.easel.reliability;

import dev.easel.reliability.Incident.Aspect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a sample says of one aspect, as a number that is higher the worse it is.
///
/// @param value 1 for a failure and 0 for a success, or milliseconds
record Reading(Instant at, double value, boolean simulated) {

    /// Empty where it says nothing of it. How long a failure took is no latency.
    static Optional<Reading> of(Aspect aspect, Instant at, Sample sample) {
        return switch (aspect) {
            case SUCCESS_RATE ->
                    Optional.of(
                            new Reading(
                                    at,
                                    sample.result() instanceof Result.Success ? 0 : 1,
                                    sample.simulated()));
            case LATENCY ->
                    Optional.ofNullable(sample.latency())
                            .filter(_ -> sample.result().timed())
                            .map(Duration::toMillis)
                            .map(millis -> new Reading(at, millis, sample.simulated()));
        };
    }

    /// A mean of such numbers as incidents tell it.
    static double told(Aspect aspect, double mean) {
        return switch (aspect) {
            case SUCCESS_RATE -> 1 - mean;
            case LATENCY -> mean;
        };
    }
}
