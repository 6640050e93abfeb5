package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every way in which Runflow says no.
final class Errors {

    /// One input that is wrong. The shape of an item of `errors[]` is documented nowhere: this one
    /// is our choice.
    record Wrong(String field, String message, String type) {}

    /// How long a caller who is limited has to wait.
    private static final int LIMIT_SECONDS = 3;

    /// The JDK's own RFC_1123_DATE_TIME writes a day below ten with one digit, HTTP with two.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

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

    static Reply.Answer tryAgain() {
        return error(503, "SERVICE_UNAVAILABLE", "Try again");
    }

    /// What a scenario answers in place of everything else, if it is one of those.
    static Optional<Reply> of(Scenario scenario, Instant now) {
        return Optional.ofNullable(
                switch (scenario) {
                    case RATE_LIMITED -> limited();
                    case RATE_LIMITED_SECONDS -> limited().with("Retry-After", "" + LIMIT_SECONDS);
                    case RATE_LIMITED_DATE ->
                            limited().with("Retry-After", httpDate(now.plusSeconds(LIMIT_SECONDS)));
                    case RATE_LIMITED_RESET ->
                            limited()
                                    .with(
                                            "X-RateLimit-Reset",
                                            "" + now.plusSeconds(LIMIT_SECONDS).getEpochSecond());
                    case NO_CREDIT -> credit("INSUFFICIENT_CREDIT");
                    case NO_CREDITS -> credit("INSUFFICIENT_CREDITS");
                    case UNAVAILABLE ->
                            error(503, "MODEL_UNAVAILABLE", "The model's provider is down");
                    case ERROR_HTML -> Delivery.page(500, "500 Internal Server Error");
                    case ERROR_NESTED -> nested();
                    case HTML_OK -> Delivery.page(200, "Sign in to the network");
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

                    // Not refused: the run, its reads or its output are what goes wrong,
                    case NORMAL, EVERYDAY, UNCHANGED, BLANK, CHANGED_OUTSIDE, WRONG_SIZE -> null;
                    case OCTET_STREAM, JPEG_FOR_PNG, TRUNCATED, EMPTY_OUTPUT -> null;
                    case EXPIRED_OUTPUT, OTHER_SHAPE, PARTIAL, FAILED, FAILED_UNKNOWN -> null;
                    case MODERATED, CANCELED, STUCK, SLOW, UNKNOWN_STATUS -> null;
                    case POLL_UNAVAILABLE, POLL_HANG, RUN_LOST, NO_ID, ZIP_CONTRACT -> null;
                    case NEW_CONTRACT, OLD_CONTRACT, SUBSTITUTED_MODEL -> null;
                    // the evaluation,
                    case EVALUATION_NULL, EVALUATION_FAILED, EVALUATION_UNAVAILABLE -> null;
                    case EVALUATION_SLOW, EVALUATION_NEVER -> null;
                    // the way back of the answer,
                    case HANG, RESET, BAD_GATEWAY_HTML, BAD_JSON, DRIP -> null;
                    // or the list.
                    case LIST_LAG, LIST_UNAVAILABLE -> null;
                });
    }

    private static Reply.Answer limited() {
        return error(429, "RATE_LIMITED", "Rate limit exceeded: 60 per 1 minute");
    }

    private static Reply.Answer credit(String code) {
        return error(402, code, "The balance does not cover this request");
    }

    private static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
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
