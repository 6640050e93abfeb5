package dev.easel.guard;

import dev.easel.quota.Standing;

/// Limits how often an address may ask for an upload. A port: counting is one conditional write,
/// and a refused request is not counted.
public interface UploadLimit {

    /// Counts one request, unless the address has had its number. Throws
    /// [dev.easel.failure.Failure.Busy] when that cannot be found out.
    Answer count(Caller caller);

    /// Counted or refused, and where the caller stands after it.
    sealed interface Answer {
        record Counted(Standing standing) implements Answer {}

        record Refused(Standing standing) implements Answer {}
    }
}
