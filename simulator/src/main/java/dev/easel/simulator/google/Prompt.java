package dev.easel.simulator.google;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.job.Source;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// What a `generateContent` request asks for: its words and its pictures.
final class Prompt {

    private static final Set<String> IMAGES =
            Set.of("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif");
    private static final Set<String> PART =
            Set.of("text", "inlineData", "fileData", "thought", "thoughtSignature");

    private final StringBuilder words = new StringBuilder();
    private final List<Source> sources = new ArrayList<>();
    private Reply.@Nullable Answer wrong;

    /// Reads it in the protocol's lower camel case.
    static Prompt of(JsonNode contents) {
        var prompt = new Prompt();
        if (!contents.isArray() || contents.isEmpty()) {
            prompt.wrong = GoogleErrors.wrong("contents", "contents is not specified");
        }
        for (int c = 0; c < contents.size() && prompt.wrong == null; c++) {
            prompt.add(contents.get(c), "contents[" + c + "]");
        }
        return prompt;
    }

    Reply.@Nullable Answer wrong() {
        return wrong;
    }

    String words() {
        return words.toString();
    }

    List<Source> sources() {
        return sources;
    }

    private void add(JsonNode content, String at) {
        Json.unknown(content, Set.of("role", "parts"))
                .ifPresent(name -> wrong = GoogleErrors.unknown(name, at));
        if (!Set.of("user", "model").contains(Json.text(content, "role", "user"))) {
            wrong = GoogleErrors.wrong(at + ".role", "Please use a valid role: user, model.");
        }
        var parts = content.path("parts");
        for (int p = 0; p < parts.size() && wrong == null; p++) {
            part(parts.get(p), at + ".parts[" + p + "]");
        }
    }

    private void part(JsonNode part, String at) {
        var unknown = Json.unknown(part, PART);
        if (unknown.isPresent()) {
            wrong = GoogleErrors.unknown(unknown.get(), at);
        } else if (part.has("inlineData")) {
            inline(part.path("inlineData"), at + ".inline_data");
        } else if (part.has("fileData")) {
            sources.add(new Source.Link(Json.text(part.path("fileData"), "fileUri", "")));
        } else {
            words.append(words.isEmpty() ? "" : "\n").append(Json.text(part, "text", ""));
        }
    }

    private void inline(JsonNode data, String at) {
        var unknown = Json.unknown(data, Set.of("mimeType", "data"));
        var type = requireNonNullElse(Json.text(data, "mimeType"), "");
        if (unknown.isPresent()) {
            wrong = GoogleErrors.unknown(unknown.get(), at);
        } else if (!IMAGES.contains(type)) {
            wrong = GoogleErrors.wrong(at + ".mime_type", "Unsupported MIME type: " + type);
        } else {
            try {
                var bytes = Base64.getDecoder().decode(Json.text(data, "data", ""));
                sources.add(new Source.Inline(Body.of(bytes)));
            } catch (IllegalArgumentException e) {
                wrong =
                        GoogleErrors.wrong(
                                at + ".data",
                                "Invalid value at '"
                                        + at
                                        + ".data' (TYPE_BYTES), Base64 decoding failed");
            }
        }
    }
}
