package dev.easel.simulator.viewer;

import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.util.Optional;

/// One kind of chat service.
interface Wire {

    /// Whether it comes with a key of any kind.
    boolean isKeyed(Request request);

    /// What was asked; empty for what this service does not serve or cannot read.
    Optional<Sight> read(Request request) throws IOException;

    Reply said(Sight sight, String text);

    Reply refused(Sight sight);

    /// Too many at once.
    Reply busy();

    /// A fault of its own.
    Reply broken();

    /// Bad input, a model that is not there, a missing key.
    Reply wrong(int status, String message);
}
