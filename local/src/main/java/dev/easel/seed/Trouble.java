package dev.easel.seed;

import dev.easel.simulator.script.Scenario;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A stretch of time in which a provider was worse than it used to be.
///
/// @param to not included
/// @param lapse what goes wrong then; absent where nothing does that does not always
/// @param share of the calls that it happens to
/// @param slower by what everything takes longer
record Trouble(
        String provider,
        Instant from,
        Instant to,
        @Nullable Scenario lapse,
        double share,
        double slower) {

    boolean concerns(String someProvider, Instant at) {
        return provider.equals(someProvider) && !at.isBefore(from) && at.isBefore(to);
    }
}
