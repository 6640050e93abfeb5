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

/// Any endpoint that speaks OpenAI's chat completions with `json_schema`
/// (<https://platform.openai.com/docs/api-reference/chat>). Pictures travel inside: many of the
/// compatible servers fetch nothing.
final class OpenAiChat implements Chat {

    private final JsonHttp http;
    private final String model;

    OpenAiChat(Access access, String model) {
        this.http = JsonHttp.blocking(access, Auth.BEARER);
        this.model = model;
    }

    @Override
    public Said ask(Prompt prompt) {
        return Replies.read(http.post("/chat/completions", body(prompt)), OpenAiChat::said);
    }

    private ObjectNode body(Prompt prompt) {
        var body = JsonNodeFactory.instance.objectNode().put("model", model);
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", prompt.system());
        var content = messages.addObject().put("role", "user").putArray("content");
        for (var exhibit : prompt.exhibits()) {
            content.addObject().put("type", "text").put("text", exhibit.label());
            content.addObject()
                    .put("type", "image_url")
                    .putObject("image_url")
                    .put(
                            "url",
                            "data:"
                                    + exhibit.contentType()
                                    + ";base64,"
                                    + Base64.getEncoder().encodeToString(exhibit.bytes()))
                    .put("detail", "high");
        }
        content.addObject().put("type", "text").put("text", prompt.questions());
        body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", "answer")
                .put("strict", true)
                .set("schema", FormJson.JSON_SCHEMA.of(prompt.form()));
        return body;
    }

    private static Said said(Answered answered) {
        var json = answered.json();
        var usage = usage(json);
        var choice = json.path("choices").path(0);
        var message = choice.path("message");
        var refusal = message.path("refusal").asText("");
        if (message.path("refusal").isTextual() && !refusal.isEmpty()) {
            return new Said.Refused(refusal, usage);
        }
        var finish = choice.path("finish_reason").asText("");
        if (finish.equals("content_filter")) {
            return new Said.Refused("ended: " + finish, usage);
        }
        var text = message.path("content").asText("");
        return finish.equals("stop") && !text.isBlank()
                ? new Said.Text(text, usage)
                : new Said.Nothing("ended: " + finish, usage);
    }

    /// Some of them tell what the call cost.
    private static Account usage(JsonNode json) {
        var usage = json.path("usage");
        var cost = usage.path("cost");
        return new Account(
                Replies.name(json.path("model")),
                Replies.count(usage.path("prompt_tokens")),
                Replies.count(usage.path("completion_tokens")),
                cost.isNumber() ? cost.decimalValue() : null,
                null);
    }
}
