package dev.easel.reliability;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The runs of the benchmark, as they are kept. A port.
public interface Runs {

    /// Writes the run, unless there is one of its provider in its window. False when there is: the
    /// fire is counted there as skipped.
    boolean claim(Run run);

    /// Writes how it ended, once: who comes later changes nothing.
    void end(Run run);

    /// All of a window, by provider.
    List<Run> of(CronWindow window);

    /// The newest of a provider from before a moment, the newest first. A moment behind the truth.
    List<Run> newest(Series series, Instant before, int most);

    Optional<Run> find(CronWindow window, String provider);
}
