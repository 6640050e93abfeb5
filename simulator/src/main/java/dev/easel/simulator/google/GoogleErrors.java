package dev.easel.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.easel.simulator.job.Refusals;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

/// A `google.rpc.Status` in `error`. Vertex AI says some things otherwise than the Gemini API.
///
/// @param size what the size of a picture is called in a request
record GoogleErrors(boolean vertex, String size) implements Refusals {

    static final GoogleErrors GEMINI =
            new GoogleErrors(false, "generation_config.image_config.image_size");
    static final GoogleErrors VERTEX = new GoogleErrors(true, GEMINI.size());
    static final GoogleErrors INTERACTIONS = new GoogleErrors(false, "response_format.image_size");

    private static final String TYPES = "type.googleapis.com/google.rpc.";

    static Reply.Answer error(int code, String status, String message) {
        return error(code, status, message, Json.array());
    }

    private static Reply.Answer error(int code, String status, String message, ArrayNode details) {
        var body = Json.object();
        var error = body.putObject("error");
        error.put("code", code).put("message", message).put("status", status);
        if (!details.isEmpty()) {
            error.set("details", details);
        }
        return Reply.json(code, body);
    }

    /// 400 that names the field in the protocol's own spelling, `generation_config.image_config`.
    static Reply.Answer wrong(String field, String message) {
        var details = Json.array();
        details.addObject()
                .put("@type", TYPES + "BadRequest")
                .putArray("fieldViolations")
                .addObject()
                .put("field", field)
                .put("description", message);
        return error(400, "INVALID_ARGUMENT", message, details);
    }

    static Reply.Answer unknown(String name, String at) {
        return wrong(
                at,
                "Invalid JSON payload received. Unknown name \""
                        + name
                        + "\""
                        + (at.isEmpty() ? "" : " at '" + at + "'")
                        + ": Cannot find field.");
    }

    static Reply.Answer notFound(String what) {
        return error(404, "NOT_FOUND", what + " is not found for API version v1beta");
    }

    static Reply.Answer unregistered() {
        return error(
                403,
                "PERMISSION_DENIED",
                "Method doesn't allow unregistered callers (callers without established identity)");
    }

    static Reply.Answer unauthenticated() {
        return error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    }

    @Override
    public Reply.Answer limited() {
        if (vertex) {
            return error(
                    429,
                    "RESOURCE_EXHAUSTED",
                    "Resource exhausted. Please try again later. See error-code-429.");
        }
        return quota("GenerateRequestsPerMinutePerProjectPerModel", "10", LIMIT_SECONDS);
    }

    /// The day's quota is used up: no waiting helps within a run. Vertex AI has none.
    @Override
    public Reply.Answer noCredits() {
        if (vertex) {
            return noCredit();
        }
        return quota("GenerateRequestsPerDayPerProjectPerModel", "250", 47);
    }

    private static Reply.Answer quota(String id, String value, int seconds) {
        var details = Json.array();
        details.addObject()
                .put("@type", TYPES + "QuotaFailure")
                .putArray("violations")
                .addObject()
                .put("quotaMetric", "generativelanguage.googleapis.com/generate_content_requests")
                .put("quotaId", id)
                .put("quotaValue", value);
        details.addObject().put("@type", TYPES + "RetryInfo").put("retryDelay", seconds + "s");
        return error(
                429,
                "RESOURCE_EXHAUSTED",
                "You exceeded your current quota, please check your plan. Please retry in "
                        + seconds
                        + ".0s.",
                details);
    }

    @Override
    public Reply.Answer noCredit() {
        return error(
                400,
                "FAILED_PRECONDITION",
                "Please enable billing on the project to use this model.");
    }

    @Override
    public Reply.Answer unavailable() {
        return error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
    }

    @Override
    public Reply.Answer invalid() {
        return wrong(size, "Invalid value at '" + size + "'");
    }

    /// That a bad key is told with 400 is not documented; seen of the real one by many.
    @Override
    public Reply.Answer unauthorized() {
        if (vertex) {
            return unauthenticated();
        }
        var details = Json.array();
        details.addObject()
                .put("@type", TYPES + "ErrorInfo")
                .put("reason", "API_KEY_INVALID")
                .put("domain", "googleapis.com");
        return error(
                400,
                "INVALID_ARGUMENT",
                "API key not valid. Please pass a valid API key.",
                details);
    }

    @Override
    public Reply.Answer permissionDenied() {
        return error(403, "PERMISSION_DENIED", "The caller does not have permission");
    }
}
