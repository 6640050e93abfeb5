package dev.easel.simulator.picture;

/// Bytes that are no picture, or one that is too big to look at.
public final class UnreadablePictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadablePictureException(String message) {
        super(message);
    }

    UnreadablePictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
