package dev.easel.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An answer of a function as the gateway understands it: payload format 2.0, or any JSON without
/// `statusCode`, which is a 200 with that body.
// Written once and sent; nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record HttpReply(int status, Map<String, List<String>> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    static HttpReply message(int status, String message) {
        var body = "{\"message\":\"" + message + "\"}";
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpReply json(int status, byte[] body) {
        return new HttpReply(status, Map.of("content-type", List.of("application/json")), body);
    }

    static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), new byte[0]);
    }

    /// Throws an IOException for an answer that is not JSON or has a body that it cannot be.
    static HttpReply read(byte[] answer) throws IOException {
        var tree = JSON.readTree(answer);
        if (!tree.has("statusCode")) {
            return json(OK, answer);
        }
        var headers = new LinkedHashMap<String, List<String>>();
        tree.path("headers")
                .properties()
                .forEach(entry ->
                        headers.put(lower(entry.getKey()), List.of(entry.getValue().asText())));
        if (!tree.path("cookies").isEmpty()) {
            var cookies = new ArrayList<String>();
            tree.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
            headers.put("set-cookie", cookies);
        }
        // What the gateway says when a function says nothing.
        headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
        return new HttpReply(tree.path("statusCode").asInt(), headers, body(tree));
    }

    /// Statuses that end with their headers (RFC 9110, 6.4.1).
    boolean mayHaveBody() {
        return status >= OK && status != NO_CONTENT && status != NOT_MODIFIED;
    }

    HttpReply withHeaders(Map<String, List<String>> others) {
        return new HttpReply(status, others, body);
    }

    private static byte[] body(JsonNode tree) throws IOException {
        var text = tree.path("body").asText("");
        if (!tree.path("isBase64Encoded").asBoolean()) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("The body is not base64.", e);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
