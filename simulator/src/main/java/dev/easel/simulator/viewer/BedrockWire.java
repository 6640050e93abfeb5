package dev.easel.simulator.viewer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.simulator.viewer.Sight.Plate;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Amazon Bedrock's Converse. Signatures are not checked.
final class BedrockWire implements Wire {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean isKeyed(Request request) {
        return request.header("authorization").orElse("").startsWith("AWS4-HMAC-SHA256 ");
    }

    @Override
    public Optional<Sight> read(Request request) throws IOException {
        var segments = request.segments();
        var body = Json.read(request.body()).orElse(null);
        if (segments.size() < 3 || !segments.getLast().equals("converse") || body == null) {
            return Optional.empty();
        }
        var plates = new ArrayList<Plate>();
        var words = "";
        for (var part : body.path("messages").path(0).path("content")) {
            var data = part.path("image").path("source").path("bytes");
            if (data.isTextual()) {
                plates.add(new Plate(words, data.binaryValue()));
            } else {
                words = Json.text(part, "text", "");
            }
        }
        var format = body.path("outputConfig").path("textFormat").path("structure");
        return Optional.of(
                new Sight(
                        segments.get(segments.size() - 2),
                        plates,
                        words,
                        criteria(format.path("jsonSchema").path("schema").asText(""))));
    }

    private static List<String> criteria(String schema) {
        try {
            return GeminiWire.criteria(JSON.readTree(schema));
        } catch (JsonProcessingException _) {
            return List.of();
        }
    }

    @Override
    public Reply said(Sight sight, String text) {
        return message(sight, text, "end_turn");
    }

    @Override
    public Reply refused(Sight sight) {
        return message(sight, "I can't help with these pictures.", "content_filtered");
    }

    private static Reply message(Sight sight, String text, String stopReason) {
        var body = Json.object();
        body.putObject("output")
                .putObject("message")
                .put("role", "assistant")
                .putArray("content")
                .addObject()
                .put("text", text);
        body.put("stopReason", stopReason);
        int read = 1_500 * sight.plates().size() + 600;
        body.putObject("usage")
                .put("inputTokens", read)
                .put("outputTokens", 200)
                .put("totalTokens", read + 200);
        body.putObject("metrics").put("latencyMs", 1_800);
        return Reply.json(200, body);
    }

    @Override
    public Reply busy() {
        return error(429, "ThrottlingException", "Too many requests");
    }

    @Override
    public Reply broken() {
        return error(500, "InternalServerException", "The server had an error");
    }

    @Override
    public Reply wrong(int status, String message) {
        return error(status, "ValidationException", message);
    }

    private static Reply error(int status, String type, String message) {
        return Reply.json(status, Json.object().put("message", message))
                .with("x-amzn-ErrorType", type);
    }
}
