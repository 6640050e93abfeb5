package dev.easel.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// How a request ends. Not all of them get an answer.
public sealed interface Reply {

    /// A status and a body.
    record Answer(int status, String contentType, Body body) implements Reply {}

    /// The connection is closed without an answer; `unsent` is the one that was lost, if the
    /// request was carried out.
    record Reset(@Nullable Answer unsent) implements Reply {}

    /// No answer; the connection is closed after a while.
    record Hang(Duration patience, @Nullable Answer unsent) implements Reply {}

    static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json", Body.of(body.toString()));
    }

    static Answer html(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", Body.of(body));
    }

    static Answer xml(int status, String body) {
        return new Answer(status, "application/xml", Body.of(body));
    }
}
