package dev.easel.simulator.web;

import java.io.IOException;

/// Answers one request.
@FunctionalInterface
public interface Handler {

    Reply handle(Request request) throws IOException;
}
