package dev.easel.provider;

/// What a provider's API can do besides the work itself. What the worker does in the face of a delay,
/// a doubt or a wish to stop follows from these alone.
public enum Ability {
    /// It takes a job, answers at once, and is asked later how far it is. Without this the call is the
    /// work, and lasts as long.
    ASYNC,
    /// It can be asked for a job by our reference, so that a doubtful submit can be cleared up.
    FOUND_BY_REFERENCE,
    /// Our reference is an idempotency key there: sent again, it is the same job, paid once.
    HONOURS_KEY,
    /// A job that it has taken can be stopped.
    CANCEL
}
