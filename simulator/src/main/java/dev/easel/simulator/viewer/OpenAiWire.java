package dev.easel.simulator.viewer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.viewer.Sight.Plate;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;

/// Chat completions as OpenAI has them, and many after it.
final class OpenAiWire implements Wire {

    @Override
    public boolean isKeyed(Request request) {
        return request.header("authorization").orElse("").matches("Bearer .+");
    }

    @Override
    public Optional<Sight> read(Request request) throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (!request.path().endsWith("/chat/completions") || body == null) {
            return Optional.empty();
        }
        var plates = new ArrayList<Plate>();
        var words = "";
        for (var part : body.path("messages").path(1).path("content")) {
            var url = part.path("image_url").path("url").asText("");
            if (!url.isEmpty()) {
                var data = url.substring(url.indexOf(',') + 1);
                plates.add(new Plate(words, Base64.getDecoder().decode(data)));
            } else {
                words = Json.text(part, "text", "");
            }
        }
        var schema = body.path("response_format").path("json_schema").path("schema");
        return Optional.of(
                new Sight(
                        Json.text(body, "model", ""), plates, words, GeminiWire.criteria(schema)));
    }

    @Override
    public Reply said(Sight sight, String text) {
        var message = Json.object().put("role", "assistant").put("content", text);
        return completion(sight, message.putNull("refusal"));
    }

    @Override
    public Reply refused(Sight sight) {
        var message = Json.object().put("role", "assistant").putNull("content");
        return completion(
                sight, message.put("refusal", "I'm sorry, but I can't help with these pictures."));
    }

    private static Reply completion(Sight sight, ObjectNode message) {
        var body =
                Json.object()
                        .put("id", "chatcmpl-" + sight.model())
                        .put("object", "chat.completion")
                        .put("model", sight.model());
        body.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", "stop")
                .set("message", message);
        body.putObject("usage")
                .put("prompt_tokens", 765 * sight.plates().size() + 600)
                .put("completion_tokens", 190)
                .put("cost", 0.0042);
        return Reply.json(200, body);
    }

    @Override
    public Reply busy() {
        return error(429, "rate_limit_exceeded", "Rate limit reached");
    }

    @Override
    public Reply broken() {
        return error(500, "server_error", "The server had an error");
    }

    @Override
    public Reply wrong(int status, String message) {
        return error(status, "invalid_request_error", message);
    }

    private static Reply error(int status, String code, String message) {
        var body = Json.object();
        body.putObject("error").put("message", message).put("type", code).put("code", code);
        return Reply.json(status, body);
    }
}
