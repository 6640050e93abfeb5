package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.failure.Violation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The API refused, and said why (an RFC 9457 problem).
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String detail;
    private final transient List<Violation> violations;
    private final @Nullable String requestId;

    ProblemException(
            int status,
            String title,
            String detail,
            List<Violation> violations,
            @Nullable String requestId) {
        super(status + " " + title);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.requestId = requestId;
    }

    /// As the API itself would refuse it: what the catalogue says already needs no request.
    static ProblemException forbidden(String title, String detail) {
        return new ProblemException(403, title, detail, List.of(), null);
    }

    /// Reads a refusal. `body` is a missing node where the reply was not JSON, as from a proxy on
    /// the way.
    static ProblemException of(int status, JsonNode body) {
        var violations = new ArrayList<Violation>();
        for (var violation : body.path("violations")) {
            violations.add(
                    new Violation(
                            violation.path("pointer").asText(), violation.path("reason").asText()));
        }
        return new ProblemException(
                status,
                body.path("title").asText("The endpoint answered " + status),
                body.path("detail").asText(""),
                violations,
                body.path("request_id").asText(null));
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    /// By which an operator finds the request in the log.
    public @Nullable String requestId() {
        return requestId;
    }

    /// Asking again may help: too many requests, or a server on its knees.
    public boolean passes() {
        return status == 429 || status >= 500;
    }
}
