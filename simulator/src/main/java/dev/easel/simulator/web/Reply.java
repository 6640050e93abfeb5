package dev.easel.simulator.web;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How a request ends. Not all of them get an answer.
public sealed interface Reply {

    /// A status and a body; `headers` are those beside the type.
    record Answer(int status, String contentType, Body body, Map<String, String> headers)
            implements Reply {

        public Answer {
            headers = Map.copyOf(headers);
        }

        public Answer(int status, String contentType, Body body) {
            this(status, contentType, body, Map.of());
        }

        public Answer with(String header, String value) {
            var all = new HashMap<>(headers);
            all.put(header, value);
            return new Answer(status, contentType, body, all);
        }
    }

    /// The connection is closed without an answer; `unsent` is the one that was lost, if the
    /// request was carried out.
    record Reset(@Nullable Answer unsent) implements Reply {}

    /// No answer; the connection is closed after a while.
    record Hang(Duration patience, @Nullable Answer unsent) implements Reply {}

    /// Another answer arrives than the one that was meant.
    record Garbled(Answer arriving, @Nullable Answer meant) implements Reply {}

    /// The answer comes byte by byte, with a pause before each.
    record Drip(Answer answer, Duration pause) implements Reply {}

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
