package dev.easel.door;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a function answers over HTTP.
///
/// @param body absent for answers without one, such as a redirect
/// @param base64 the body stands for bytes
public record Reply(
        int status, Map<String, String> headers, @Nullable String body, boolean base64) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    public Reply(int status, Map<String, String> headers, @Nullable String body) {
        this(status, headers, body, false);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("content-type", "application/json"), body.toString());
    }

    public static Reply text(int status, String body) {
        return new Reply(status, Map.of("content-type", "text/plain; charset=utf-8"), body);
    }

    /// Bytes travel in base 64 and arrive as bytes.
    public static Reply bytes(int status, String type, byte[] body) {
        var text = Base64.getEncoder().encodeToString(body);
        return new Reply(status, Map.of("content-type", type), text, true);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), null);
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, base64);
    }
}
