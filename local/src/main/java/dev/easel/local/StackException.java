package dev.easel.local;

import org.jspecify.annotations.Nullable;

/// A stack that cannot start, or not do what it is asked. The message is a sentence for the person
/// at the console.
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
