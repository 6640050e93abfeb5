package dev.easel.client;

import java.io.IOException;

/// Nobody answered: no connection, a broken one, or no reply in time.
public final class UnreachableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreachableException(String message, IOException cause) {
        super(message, cause);
    }
}
