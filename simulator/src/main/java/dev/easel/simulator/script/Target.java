package dev.easel.simulator.script;

/// What a scenario is about; a queued one waits for a request of its kind.
public enum Target {
    /// A run, from its creation to its end.
    RUN,
    /// An evaluation, likewise.
    EVALUATION,
    /// The reading of the list of runs.
    LIST,
    /// Whatever request creates something.
    REQUEST
}
