package dev.easel.metrics;

import dev.easel.reliability.Digest;
import dev.easel.reliability.Health;
import dev.easel.reliability.Incident;
import dev.easel.reliability.Source;
import dev.easel.reliability.Window;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What there is to say about providers over a window.
///
/// @param from where the window begins
/// @param to where it ends: now
/// @param panel of evaluations; absent where nobody asked about them
record Report(
        Window window,
        Source source,
        Instant from,
        Instant to,
        List<OfProvider> providers,
        @Nullable Digest panel) {

    /// Of one of them.
    ///
    /// @param incidents that lasted at any time of the window, the oldest first
    record OfProvider(String provider, Health health, Digest digest, List<Incident> incidents) {}

    /// Whether anything of it was made up, or answered by a simulator.
    boolean isSimulated() {
        return providers.stream().anyMatch(one -> one.digest().tally().simulated() > 0)
                || (panel != null && panel.tally().simulated() > 0);
    }
}
