package dev.easel.provider;

import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;

import java.util.List;

/// What came of a submit.
public sealed interface Submission {

    /// The provider took the job; `ticket` is what it calls it. The warnings tell what it cannot
    /// honour.
    record Accepted(String ticket, List<Warning> warnings) implements Submission {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /// It did not, or nobody can tell: then the failure says that it may have been billed.
    record Refused(ProviderFailure failure) implements Submission {}
}
