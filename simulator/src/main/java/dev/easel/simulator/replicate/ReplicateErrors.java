package dev.easel.simulator.replicate;

import dev.easel.simulator.job.Refusals;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import java.util.List;

/// A problem with `title`, `detail` and `status`; a wrong input is named in `invalid_fields[]`.
final class ReplicateErrors implements Refusals {

    /// One input that is wrong; `field` begins with `input.`.
    record Wrong(String type, String field, String description) {}

    static Reply.Answer invalid(List<Wrong> wrongs) {
        var body = Json.object().put("title", "Input validation failed").put("status", 422);
        var detail = new StringBuilder();
        var fields = body.putArray("invalid_fields");
        for (var wrong : wrongs) {
            detail.append("- ").append(wrong.field()).append(": ");
            detail.append(wrong.description()).append('\n');
            fields.addObject()
                    .put("type", wrong.type())
                    .put("field", wrong.field())
                    .put("description", wrong.description());
        }
        return Reply.json(422, body.put("detail", detail.toString()));
    }

    static Reply.Answer notFound() {
        return problem(404, "Not found", "The requested resource could not be found.");
    }

    static Reply.Answer problem(int status, String title, String detail) {
        return Reply.json(
                status,
                Json.object().put("title", title).put("detail", detail).put("status", status));
    }

    @Override
    public Reply.Answer limited() {
        return throttled("Request was throttled.", LIMIT_SECONDS);
    }

    /// An account that is nearly empty gets six calls a minute, and the same words.
    @Override
    public Reply.Answer noCredits() {
        return throttled(
                "Request was throttled. Your rate limit for creating predictions is reduced to 6"
                        + " requests per minute with a burst of 1 requests while you have less than"
                        + " $5.0 in credit.",
                10);
    }

    private static Reply.Answer throttled(String why, int seconds) {
        return Reply.json(
                429,
                Json.object()
                        .put("detail", why + " Your rate limit resets in ~" + seconds + "s.")
                        .put("status", 429)
                        .put("retry_after", seconds));
    }

    @Override
    public Reply.Answer noCredit() {
        return problem(
                402,
                "Insufficient credit",
                "You have insufficient credit to run this model. Go to your billing page to buy"
                        + " credit.");
    }

    @Override
    public Reply.Answer unavailable() {
        return problem(503, "Service unavailable", "The service is temporarily unavailable.");
    }

    @Override
    public Reply.Answer invalid() {
        return invalid(
                List.of(
                        new Wrong(
                                "enum",
                                "input.output_format",
                                "output_format must be one of the following: \"jpg\", \"png\"")));
    }

    @Override
    public Reply.Answer unauthorized() {
        return problem(401, "Unauthenticated", "You did not pass a valid authentication token");
    }

    @Override
    public Reply.Answer permissionDenied() {
        return problem(403, "Forbidden", "You do not have permission to perform this action.");
    }
}
