package dev.easel.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Problem;

import java.util.Map;

/// A problem as `application/problem+json`.
public final class ProblemJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNEXPECTED = 500;

    private ProblemJson() {}

    public static Reply reply(Problem problem, String requestId) {
        var body =
                JSON.createObjectNode()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .put("code", problem.code())
                        .put("request_id", requestId);
        if (!problem.violations().isEmpty()) {
            var violations = body.putArray("violations");
            problem.violations()
                    .forEach(violation ->
                            violations
                                    .addObject()
                                    .put("pointer", violation.pointer())
                                    .put("reason", violation.reason()));
        }
        problem.extensions().forEach(body::putPOJO);
        var reply = reply(problem.status(), body);
        var wait = problem.extensions().get("retry_after");
        return wait == null ? reply : reply.with("retry-after", wait.toString());
    }

    /// For what nobody foresaw: the request's id and nothing else, because the reason may hold
    /// anything.
    public static Reply unexpected(String requestId) {
        var body =
                JSON.createObjectNode()
                        .put("type", "about:blank")
                        .put("title", "Internal Server Error")
                        .put("status", UNEXPECTED)
                        .put(
                                "detail",
                                "This is our fault. Try again; if it stays, tell the operator the"
                                        + " request id.")
                        .put("code", "internal")
                        .put("retryable", true)
                        .put("request_id", requestId);
        return reply(UNEXPECTED, body);
    }

    private static Reply reply(int status, ObjectNode body) {
        return new Reply(
                status,
                Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
                body.toString());
    }
}
