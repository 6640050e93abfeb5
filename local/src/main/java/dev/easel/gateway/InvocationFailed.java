package dev.easel.gateway;

import org.jspecify.annotations.Nullable;

/// A function that did not answer: it threw, ran out of time or answered too much. The caller of a
/// function sees no more of it than Lambda would show.
public final class InvocationFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String function;
    private final String errorType;
    private final boolean timedOut;

    private InvocationFailed(
            String function,
            String errorType,
            String message,
            boolean timedOut,
            @Nullable Throwable cause) {
        super(message, cause);
        this.function = function;
        this.errorType = errorType;
        this.timedOut = timedOut;
    }

    static InvocationFailed threw(String function, Throwable cause) {
        var message = cause.getMessage();
        return new InvocationFailed(
                function, cause.getClass().getName(), message == null ? "" : message, false, cause);
    }

    static InvocationFailed timedOut(String function, long seconds) {
        var message = "Task timed out after " + seconds + " seconds";
        return new InvocationFailed(function, "Sandbox.Timedout", message, true, null);
    }

    static InvocationFailed tooLarge(String function, int bytes) {
        var message =
                "Response payload size ("
                        + bytes
                        + " bytes) exceeded maximum allowed payload size (6291556 bytes).";
        return new InvocationFailed(
                function, "Function.ResponseSizeTooLarge", message, false, null);
    }

    public String function() {
        return function;
    }

    public String errorType() {
        return errorType;
    }

    public boolean timedOut() {
        return timedOut;
    }
}
