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

    /// Somebody stopped it.
    public static ProviderFailure cancelled(Billed billed) {
        return new ProviderFailure(FailureClass.CANCELLED, billed, "cancelled by the caller");
    }

    /// Whether a person may simply repeat the request. Not while it may have been paid for, unless
    /// the person stopped it.
    public boolean retryable() {
        return kind.retryable() && (billed != Billed.UNKNOWN || kind == FailureClass.CANCELLED);
    }

    /// Whether Easel may send the same job again by itself: the trouble may pass, and nothing can
    /// have been billed.
    public boolean mayRetry() {
        return kind.passing() && billed == Billed.NO;
    }

    /// The same, now that the provider was asked and has nothing: whoever it was, nothing was made.
    public ProviderFailure nothingMade() {
        return new ProviderFailure(
                kind == FailureClass.UNKNOWN_OUTCOME ? FailureClass.CONNECT : kind,
                Billed.NO,
                diagnostic);
    }

    /// The same, now that it is known what it cost. What is known stays.
    public ProviderFailure settle(Billed learned) {
        return billed == Billed.UNKNOWN ? new ProviderFailure(kind, learned, diagnostic) : this;
    }

    /// What a person can do about it.
    public String detail() {
        if (kind == FailureClass.CANCELLED) {
            return switch (billed) {
                case NO -> kind.detail();
                case YES -> "It had been paid for by then. " + kind.detail();
                case UNKNOWN -> "What was under way may still be paid for. " + kind.detail();
            };
        }
        return billed == Billed.UNKNOWN ? FailureClass.UNKNOWN_OUTCOME.detail() : kind.detail();
    }
}
