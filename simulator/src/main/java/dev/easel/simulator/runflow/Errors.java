package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Every way in which Runflow says no.
final class Errors {

    /// One input that is wrong. The shape of an item of `errors[]` is documented nowhere: this one
    /// is our choice.
    record Wrong(String field, String message, String type) {}

    private Errors() {}

    static Reply.Answer error(int status, String code, String message) {
        return envelope(status, code, message, null);
    }

    static Reply.Answer invalid(List<Wrong> wrongs) {
        var errors = Json.array();
        for (var wrong : wrongs) {
            errors.addObject()
                    .put("field", wrong.field())
                    .put("message", wrong.message())
                    .put("type", wrong.type());
        }
        return envelope(422, "VALIDATION_ERROR", "Input validation failed", errors);
    }

    static Reply.Answer unauthorized() {
        return error(401, "UNAUTHORIZED", "Missing or invalid API key");
    }

    static Reply.Answer notFound() {
        return error(404, "NOT_FOUND", "Not found");
    }

    static Reply.Answer methodNotAllowed() {
        return error(405, "METHOD_NOT_ALLOWED", "Method not allowed");
    }

    /// What a scenario answers in place of everything else, if it is one of those.
    static Optional<Reply> of(Scenario scenario) {
        return Optional.ofNullable(
                switch (scenario) {
                    case RATE_LIMITED ->
                            error(429, "RATE_LIMITED", "Rate limit exceeded: 60 per 1 minute");
                    case NO_CREDIT ->
                            error(
                                    402,
                                    "INSUFFICIENT_CREDIT",
                                    "The balance does not cover this request");
                    case NO_CREDITS ->
                            error(
                                    402,
                                    "INSUFFICIENT_CREDITS",
                                    "The balance does not cover this request");
                    case UNAVAILABLE ->
                            error(503, "MODEL_UNAVAILABLE", "The model's provider is down");
                    case ERROR_HTML ->
                            Reply.html(
                                    500,
                                    "<html><body><h1>500 Internal Server Error</h1></body></html>");
                    case ERROR_NESTED -> nested();
                    case INVALID ->
                            invalid(
                                    List.of(
                                            new Wrong(
                                                    "input",
                                                    "Extra inputs are not permitted",
                                                    "extra")));
                    case INVALID_DETAIL -> detail();
                    case UNAUTHORIZED -> unauthorized();
                    case PERMISSION_DENIED ->
                            error(403, "PERMISSION_DENIED", "The key lacks the scope runs:create");
                    case EMAIL_NOT_VERIFIED ->
                            error(403, "EMAIL_NOT_VERIFIED", "Verify your e-mail address first");
                    case MEMBERSHIP_REQUIRED ->
                            error(
                                    403,
                                    "ORGANIZATION_MEMBERSHIP_REQUIRED",
                                    "Not a member of this organization");
                    case RESET_BEFORE -> new Reply.Reset(null);
                    case NORMAL,
                            UNCHANGED,
                            BLANK,
                            CHANGED_OUTSIDE,
                            WRONG_SIZE,
                            OCTET_STREAM,
                            JPEG_FOR_PNG ->
                            null;
                    case TRUNCATED,
                            EMPTY_OUTPUT,
                            EXPIRED_OUTPUT,
                            OTHER_SHAPE,
                            PARTIAL,
                            FAILED,
                            FAILED_UNKNOWN ->
                            null;
                    case MODERATED,
                            CANCELED,
                            STUCK,
                            SLOW,
                            UNKNOWN_STATUS,
                            POLL_UNAVAILABLE,
                            ZIP_CONTRACT ->
                            null;
                    case EVALUATION_NULL, EVALUATION_FAILED, EVALUATION_SLOW, EVALUATION_NEVER ->
                            null;
                    case HANG, RESET -> null;
                });
    }

    private static Reply nested() {
        var body = Json.object();
        body.putObject("error")
                .put("code", "UPSTREAM_ERROR")
                .put("message", "The provider answered badly");
        return Reply.json(502, body);
    }

    private static Reply detail() {
        var body = Json.object();
        var item = body.putArray("detail").addObject();
        item.putArray("loc").add("body").add("input").add("image_url");
        item.put("msg", "Field required").put("type", "missing");
        return Reply.json(422, body);
    }

    private static Reply.Answer envelope(
            int status, String code, String message, @Nullable ArrayNode errors) {
        var body = Json.object().put("code", code).put("message", message);
        body.set("errors", errors);
        return Reply.json(status, body);
    }
}
