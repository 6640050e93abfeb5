package dev.easel.simulator.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Refusals;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

/// `{"errors":[{"code","message","parameter","taskType","taskUUID",…}]}`. Their own pages warn that
/// the codes are still being put in order; most of these are not verified live.
final class RunwareErrors implements Refusals {

    /// What is wrong with one task, or happened to it.
    record Wrong(int status, String code, String message, @Nullable String parameter) {

        static Wrong parameter(String parameter, String message) {
            return new Wrong(400, "invalidParameter", message, parameter);
        }

        static Wrong unsupported(String parameter) {
            return new Wrong(
                    400,
                    "unsupportedParameter",
                    "The parameter '" + parameter + "' is not supported",
                    parameter);
        }

        ObjectNode of(JsonNode task) {
            return Json.object()
                    .put("code", code)
                    .put("message", message)
                    .put("parameter", parameter)
                    .put("taskType", Json.text(task, "taskType"))
                    .put("taskUUID", Json.text(task, "taskUUID"));
        }
    }

    static Reply.Answer alone(Wrong wrong) {
        var body = Json.object();
        body.putArray("errors").add(wrong.of(Json.object()));
        return Reply.json(wrong.status(), body);
    }

    private static Reply.Answer alone(int status, String code, String message) {
        return alone(new Wrong(status, code, message, null));
    }

    @Override
    public Reply.Answer limited() {
        return alone(429, "rateLimitExceeded", "Too many requests, try again later.");
    }

    @Override
    public Reply.Answer noCredit() {
        return alone(402, "insufficientCredits", "Your account has insufficient credits.");
    }

    @Override
    public Reply.Answer noCredits() {
        return alone(402, "creditLimitReached", "The spending limit of the key is reached.");
    }

    @Override
    public Reply.Answer unavailable() {
        return alone(503, "providerUnavailable", "The provider is overloaded, try again later.");
    }

    @Override
    public Reply.Answer invalid() {
        return alone(Wrong.parameter("width", "Invalid value for 'width'"));
    }

    @Override
    public Reply.Answer unauthorized() {
        return alone(new Wrong(401, "invalidApiKey", "Invalid API key", "apiKey"));
    }

    @Override
    public Reply.Answer permissionDenied() {
        return alone(403, "forbidden", "The key may not use this model.");
    }
}
