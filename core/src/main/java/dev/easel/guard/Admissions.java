package dev.easel.guard;

import dev.easel.generation.Generation;
import dev.easel.generation.Lot;

import org.jspecify.annotations.Nullable;

/// Lets generations in. A port: an admission is one transaction, so what was counted exists and
/// what was refused left no trace.
public interface Admissions {

    /// Answers early what is certain, and writes nothing. It spares a replay its validation and a
    /// refused caller everything that costs; it never lets anybody in.
    Outlook look(Caller caller, @Nullable Claim claim);

    /// Admits a lot, whole or not at all, once per claim; without a claim, every call admits. Throws
    /// [dev.easel.failure.Failure.Busy] when it could not be found out in time whether it may come
    /// in.
    Admission admit(Lot lot, Caller caller, @Nullable Claim claim);

    /// Admits a single generation.
    default Admission admit(Generation generation, Caller caller, @Nullable Claim claim) {
        return admit(Lot.of(generation), caller, claim);
    }
}
