package dev.easel.guard;

import dev.easel.generation.Generation;
import dev.easel.quota.Standing;

/// What came of admitting a generation.
public sealed interface Admission {

    /// It is in, counted, and due.
    record Admitted() implements Admission {}

    /// The claim decided; nothing was counted.
    sealed interface Claimed extends Admission {}

    /// The same request was admitted before, as `known`.
    record Replayed(Generation known) implements Claimed {}

    /// The key was used for another request.
    record KeyReused() implements Claimed {}

    /// A limit decided; nothing was counted.
    sealed interface Limited extends Admission {
        Standing standing();
    }

    /// The address has had its runs.
    record AddressLimited(Standing standing) implements Limited {}

    /// The day has had its runs.
    record DayFull(Standing standing) implements Limited {}
}
