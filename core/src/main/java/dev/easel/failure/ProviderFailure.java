package dev.easel.failure;

import org.jspecify.annotations.Nullable;

/// What a provider did wrong.
///
/// @param diagnostic for operators: a status, a code, a field; at most 300 characters of what an
///     untrusted body said, and never shown to the caller
/// @param field the part of our request that was not taken, by their name for it; absent when they did
///     not say
public record ProviderFailure(
        FailureClass kind, Billed billed, String diagnostic, @Nullable String field) {

    private static final int DIAGNOSTIC_CHARS_MAX = 300;

    public ProviderFailure {
        if (diagnostic.length() > DIAGNOSTIC_CHARS_MAX) {
            diagnostic = diagnostic.substring(0, DIAGNOSTIC_CHARS_MAX);
        }
    }

    public ProviderFailure(FailureClass kind, Billed billed, String diagnostic) {
        this(kind, billed, diagnostic, null);
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

    /// Whether another provider may be asked for the same job: nothing can have been billed, and what
    /// was wrong is not the order itself.
    public boolean mayMoveOn() {
        return kind.movesOn() && billed == Billed.NO;
    }

    /// Whether the request was refused as it stands. Our validation had passed it, so the contract may
    /// have changed.
    public boolean refusesRequest() {
        return kind == FailureClass.INVALID_REQUEST && billed == Billed.NO;
    }

    /// The same, of another kind.
    public ProviderFailure as(FailureClass other) {
        return new ProviderFailure(other, billed, diagnostic, field);
    }

    /// The same, and what was not taken.
    public ProviderFailure naming(@Nullable String what) {
        return new ProviderFailure(kind, billed, diagnostic, what);
    }

    /// The same, now that the provider was asked and has nothing: whoever it was, nothing was made.
    public ProviderFailure nothingMade() {
        return new ProviderFailure(
                kind == FailureClass.UNKNOWN_OUTCOME ? FailureClass.CONNECT : kind,
                Billed.NO,
                diagnostic,
                field);
    }

    /// The same, now that it is known what it cost. What is known stays.
    public ProviderFailure settle(Billed learned) {
        return billed == Billed.UNKNOWN
                ? new ProviderFailure(kind, learned, diagnostic, field)
                : this;
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
