package dev.easel.guard;

import dev.easel.generation.Generation;

/// What came of admitting a generation.
public sealed interface Admission {

    /// It is in, and due.
    record Admitted() implements Admission {}

    /// The same request was admitted before, as `known`.
    record Replayed(Generation known) implements Admission {}

    /// The key was used for another request.
    record KeyReused() implements Admission {}
}
