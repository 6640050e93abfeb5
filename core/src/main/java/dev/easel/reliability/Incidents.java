package dev.easel.reliability;

import java.time.Instant;
import java.util.List;

/// What the change detector saw. A port.
public interface Incidents {

    /// Those that lasted at any time from `from` on, the oldest first.
    List<Incident> since(Series series, Instant from);

    /// Writes it over what was known of it before: series, aspect and when it began name it.
    void keep(Incident incident);
}
