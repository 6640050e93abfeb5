package dev.easel.fetch;

import java.io.IOException;

/// We do not go there, and why. An [IOException], because the last one to ask is a socket.
final class NotAllowedException extends IOException {

    private static final long serialVersionUID = 1;

    NotAllowedException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
