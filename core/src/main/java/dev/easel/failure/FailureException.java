package dev.easel.failure;

/// Carries a [Failure] from where it is found to the door, which is the only place that catches it.
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        // No stack trace: this is an answer, not a bug.
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
