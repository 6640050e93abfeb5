package dev.easel.judges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.http.Access;
import dev.easel.http.Auth;
import dev.easel.http.JsonHttp;
import dev.easel.http.Reply.Answered;
import dev.easel.judging.Account;

import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;

/// Gemini's `generateContent` with a response schema
/// (<https://ai.google.dev/api/generate-content>).
final class GeminiChat implements Chat {

    private static final Auth API_KEY = new Auth("x-goog-api-key", "");

    /// Anything but `STOP` is no answer; these say that it will not look.
    private static final Set<String> REFUSALS =
            Set.of(
                    "SAFETY",
                    "PROHIBITED_CONTENT",
                    "RECITATION",
                    "IMAGE_SAFETY",
                    "BLOCKLIST",
                    "SPII",
                    "LANGUAGE");

    private final JsonHttp http;
    private final String model;

    GeminiChat(Access access, String model) {
        this.http = JsonHttp.blocking(access, API_KEY);
        this.model = model;
    }

    @Override
    public Said ask(Prompt prompt) {
        var path = "/v1beta/models/" + JsonHttp.segment(model) + ":generateContent";
        return Replies.read(http.post(path, body(prompt)), GeminiChat::said);
    }

    private static ObjectNode body(Prompt prompt) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("systemInstruction")
                .putArray("parts")
                .addObject()
                .put("text", prompt.system());
        var parts = body.putArray("contents").addObject().put("role", "user").putArray("parts");
        for (var exhibit : prompt.exhibits()) {
            parts.addObject().put("text", exhibit.label());
            parts.addObject()
                    .putObject("inlineData")
                    .put("mimeType", exhibit.contentType())
                    .put("data", Base64.getEncoder().encodeToString(exhibit.bytes()));
        }
        parts.addObject().put("text", prompt.questions());
        body.putObject("generationConfig")
                .put("responseMimeType", "application/json")
                .set("responseSchema", FormJson.OPEN_API.of(prompt.form()));
        return body;
    }

    private static Said said(Answered answered) {
        var json = answered.json();
        var usage = usage(json);
        var blocked = json.path("promptFeedback").path("blockReason").asText("");
        if (!blocked.isEmpty()) {
            return new Said.Refused("blocked: " + blocked, usage);
        }
        var candidate = json.path("candidates").path(0);
        var finish = candidate.path("finishReason").asText("");
        if (REFUSALS.contains(finish)) {
            return new Said.Refused("ended: " + finish, usage);
        }
        // What it thought is marked as such, and is no part of the answer.
        var text =
                candidate
                        .path("content")
                        .path("parts")
                        .valueStream()
                        .filter(part -> !part.path("thought").asBoolean())
                        .map(part -> part.path("text").asText(""))
                        .collect(Collectors.joining());
        return finish.equals("STOP") && !text.isBlank()
                ? new Said.Text(text, usage)
                : new Said.Nothing("ended: " + finish, usage);
    }

    private static Account usage(JsonNode json) {
        var usage = json.path("usageMetadata");
        return new Account(
                Replies.name(json.path("modelVersion")),
                Replies.count(usage.path("promptTokenCount")),
                Replies.count(usage.path("candidatesTokenCount")),
                null,
                null);
    }
}
