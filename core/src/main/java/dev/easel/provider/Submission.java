package dev.easel.provider;

import dev.easel.failure.ProviderFailure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What came of a submit.
public sealed interface Submission {

    /// The provider took the job; `ticket` is what it calls it.
    record Accepted(String ticket) implements Submission {}

    /// The provider has the job, but did not say what it calls it.
    record Unnamed(ProviderFailure why) implements Submission {}

    /// The call was the work, and it is done.
    record Done(Progress.Finished finished) implements Submission {}

    /// It did not, or nobody can tell: then the failure says that it may have been billed.
    ///
    /// @param retryAfter how long the provider wants us to wait; absent when it did not say
    /// @param field which part of the request was not taken; absent when it did not say
    record Refused(ProviderFailure failure, @Nullable Duration retryAfter, @Nullable String field)
            implements Submission {
        public Refused(ProviderFailure failure) {
            this(failure, null, null);
        }
    }
}
