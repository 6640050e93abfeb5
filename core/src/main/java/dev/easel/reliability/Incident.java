package dev.easel.reliability;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/// A stretch of time in which a series was worse than it used to be, as the change detector saw it.
///
/// @param aspect what was worse
/// @param began when it got worse, as far as can be told: some time before it was noticed
/// @param noticed when the detector was sure
/// @param ended when it was as before again, as far as can be told; absent until the detector is sure
/// @param before what was usual: a share of successes, or milliseconds
/// @param during what was seen instead, up to when it was noticed, in the same unit
/// @param simulated whether any of what was seen was made up, or answered by a simulator
public record Incident(
        Series series,
        Aspect aspect,
        Instant began,
        Instant noticed,
        @Nullable Instant ended,
        double before,
        double during,
        boolean simulated) {

    /// The same, over.
    public Incident end(Instant at) {
        return new Incident(series, aspect, began, noticed, at, before, during, simulated);
    }

    /// What can get worse.
    public enum Aspect {
        SUCCESS_RATE,
        LATENCY;

        /// As the API, the events and the tables spell it.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
