package dev.easel.reliability;

/// Where the statistics are told of work that is not the benchmark's: attempts of real generations,
/// and evaluations. A port.
public interface Chronicle {

    /// Writes it under its id, over the one before: what is told twice counts once.
    ///
    /// @param id of an attempt or an evaluation
    /// @param observation of one that has ended
    void record(Series series, String id, Observation observation);
}
