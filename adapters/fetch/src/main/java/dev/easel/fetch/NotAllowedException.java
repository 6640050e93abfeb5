package dev.easel.fetch;

import java.io.IOException;

/// We do not go there. An [IOException], because the last one to ask is a socket.
final class NotAllowedException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    NotAllowedException(String why) {
        this(new Reason.NotAllowed(why));
    }

    NotAllowedException(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
