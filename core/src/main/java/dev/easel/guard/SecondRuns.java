package dev.easel.guard;

import dev.easel.id.GenerationId;

/// Counts the second try of a generation that was let in before. A port.
public interface SecondRuns {

    /// True when there was room for it, and it is counted: once, however often this is called.
    boolean count(GenerationId generation, Caller caller);
}
