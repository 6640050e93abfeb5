package dev.easel.guard;

import dev.easel.generation.Generation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Lets generations in. A port: an admission is one transaction, so what was counted exists and
/// what was refused left no trace.
public interface Admissions {

    /// Admits a generation, once per claim; without a claim, every call admits.
    Admission admit(Generation generation, @Nullable Claim claim, Instant now);
}
