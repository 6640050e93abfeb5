package dev.easel.door;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a function answers over HTTP.
///
/// @param body absent for answers without one, such as a redirect
/// @param packed the body is base64, because what it stands for is no text
public record Reply(
        int status, Map<String, String> headers, @Nullable String body, boolean packed) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(
                status, Map.of("content-type", "application/json"), body.toString(), false);
    }

    public static Reply text(int status, String body) {
        return new Reply(status, Map.of("content-type", "text/plain; charset=utf-8"), body, false);
    }

    /// What is no text.
    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(
                status,
                Map.of("content-type", contentType),
                Base64.getEncoder().encodeToString(body),
                true);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), null, false);
    }

    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, packed);
    }
}
