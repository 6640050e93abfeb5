package dev.easel.door;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a function answers over HTTP.
///
/// @param body absent for answers without one, such as a redirect
public record Reply(int status, Map<String, String> headers, @Nullable String body) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("content-type", "application/json"), body.toString());
    }

    public static Reply text(int status, String body) {
        return new Reply(status, Map.of("content-type", "text/plain; charset=utf-8"), body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), null);
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
