package dev.easel.simulator.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.viewer.Sight.Plate;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gemini's `generateContent` for words.
final class GeminiWire implements Wire {

    private static final String METHOD = ":generateContent";

    @Override
    public boolean isKeyed(Request request) {
        return request.header("x-goog-api-key").isPresent();
    }

    @Override
    public Optional<Sight> read(Request request) throws IOException {
        var last = request.segments().getLast();
        var body = Json.read(request.body()).orElse(null);
        if (!last.endsWith(METHOD) || body == null) {
            return Optional.empty();
        }
        var plates = new ArrayList<Plate>();
        var words = "";
        for (var part : body.path("contents").path(0).path("parts")) {
            var data = part.path("inlineData").path("data");
            if (data.isTextual()) {
                plates.add(new Plate(words, data.binaryValue()));
            } else {
                words = Json.text(part, "text", "");
            }
        }
        var schema = body.path("generationConfig").path("responseSchema");
        return Optional.of(
                new Sight(
                        last.substring(0, last.length() - METHOD.length()),
                        plates,
                        words,
                        criteria(schema)));
    }

    /// From the form of the answer, whichever dialect it is in.
    static List<String> criteria(JsonNode schema) {
        return schema.path("properties")
                .path("criteria")
                .path("items")
                .path("properties")
                .path("id")
                .path("enum")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public Reply said(Sight sight, String text) {
        var body = answer(sight);
        var candidate = body.putArray("candidates").addObject();
        candidate
                .putObject("content")
                .put("role", "model")
                .putArray("parts")
                .addObject()
                .put("text", text);
        candidate.put("finishReason", "STOP").put("index", 0);
        return Reply.json(200, body);
    }

    @Override
    public Reply refused(Sight sight) {
        var body = answer(sight);
        body.putObject("promptFeedback").put("blockReason", "SAFETY");
        return Reply.json(200, body);
    }

    private static ObjectNode answer(Sight sight) {
        var body = Json.object().put("modelVersion", sight.model());
        body.putObject("usageMetadata")
                .put("promptTokenCount", 258 * sight.plates().size() + 600)
                .put("candidatesTokenCount", 210)
                .put("totalTokenCount", 258 * sight.plates().size() + 810);
        return body;
    }

    @Override
    public Reply busy() {
        return error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted");
    }

    @Override
    public Reply broken() {
        return error(500, "INTERNAL", "An internal error has occurred");
    }

    @Override
    public Reply wrong(int status, String message) {
        return error(status, "INVALID_ARGUMENT", message);
    }

    private static Reply error(int status, String code, String message) {
        var body = Json.object();
        body.putObject("error").put("code", status).put("message", message).put("status", code);
        return Reply.json(status, body);
    }
}
