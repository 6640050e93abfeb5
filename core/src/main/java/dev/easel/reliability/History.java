package dev.easel.reliability;

import java.time.Instant;
import java.util.List;

/// What was observed, row by row and hour by hour, as it is kept. A port.
public interface History {

    /// What was observed from `from` on and before `to`, the oldest first.
    ///
    /// @param now tells what is lost by now
    List<Observation> observations(Series series, Instant from, Instant to, Instant now);

    /// Rollups of the hours from `from` on and before `to`, the oldest first. Hours in which nothing
    /// was observed have none.
    List<Rollup> rollups(Series series, Instant from, Instant to);

    /// Writes it over the one before of the same hour.
    void keep(Rollup rollup);

    /// How far hours are rolled up.
    RolledUp rolledUp(Instant now);

    /// Notes how far they are now.
    void note(RolledUp progress);
}
