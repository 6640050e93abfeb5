package dev.easel.failure;

/// What a provider did wrong. `diagnostic` is for operators: a status, a code, a field; at most 300
/// characters of what an untrusted body said, and never shown to the caller.
public record ProviderFailure(FailureClass kind, Billed billed, String diagnostic) {

    private static final int DIAGNOSTIC_CHARS_MAX = 300;

    public ProviderFailure {
        if (diagnostic.length() > DIAGNOSTIC_CHARS_MAX) {
            diagnostic = diagnostic.substring(0, DIAGNOSTIC_CHARS_MAX);
        }
    }

    /// Whether a person may simply repeat the request. Not while it may have been paid for.
    public boolean retryable() {
        return kind.retryable() && billed != Billed.UNKNOWN;
    }

    /// What a person can do about it.
    public String detail() {
        return billed == Billed.UNKNOWN ? FailureClass.UNKNOWN_OUTCOME.detail() : kind.detail();
    }
}
