package dev.easel.simulator.together;

import dev.easel.simulator.job.Refusals;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

/// `{"error":{"message","type","param","code"}}`. The values of `type` and `code` are documented
/// for few; the others are not verified live.
final class TogetherErrors implements Refusals {

    static Reply.Answer error(
            int status, String type, @Nullable String param, @Nullable String code, String text) {
        var body = Json.object();
        body.putObject("error")
                .put("message", text)
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return Reply.json(status, body);
    }

    static Reply.Answer wrong(String param, String text) {
        return error(400, "invalid_request_error", param, "invalid_parameter", text);
    }

    static Reply.Answer moderated() {
        return error(
                422,
                "invalid_request_error",
                null,
                "content_policy_violation",
                "The request was flagged by the safety system of the model's provider.");
    }

    static Reply.Answer failed() {
        return error(500, "server_error", null, "inference_failed", "Inference failed.");
    }

    /// The seconds until the limit is reset stand in a header.
    @Override
    public Reply.Answer limited() {
        return error(
                        429,
                        "rate_limit",
                        null,
                        "rate_limit",
                        "You have reached the rate limit specific to this model.")
                .with("x-ratelimit-reset", "" + LIMIT_SECONDS);
    }

    @Override
    public Reply.Answer noCredit() {
        return error(
                402,
                "credit_limit",
                null,
                "credit_limit_exceeded",
                "Credit limit exceeded, please add a payment method.");
    }

    /// An account that may not use partners' models at all.
    @Override
    public Reply.Answer noCredits() {
        return error(
                403,
                "invalid_request_error",
                "model",
                "third_party_data_sharing_blocked",
                "This model requires third-party data sharing to be enabled");
    }

    @Override
    public Reply.Answer unavailable() {
        return error(
                503,
                "service_unavailable",
                null,
                "model_overloaded",
                "The model is overloaded, please try again.");
    }

    @Override
    public Reply.Answer invalid() {
        return wrong("width", "Invalid value for 'width' parameter");
    }

    @Override
    public Reply.Answer unauthorized() {
        return error(
                401, "invalid_request_error", null, "invalid_api_key", "Invalid API key provided.");
    }

    @Override
    public Reply.Answer permissionDenied() {
        return error(
                403,
                "invalid_request_error",
                "model",
                "model_not_available",
                "Unable to access non-serverless model");
    }
}
