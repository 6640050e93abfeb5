package dev.easel.metrics;

import dev.easel.door.Log;
import dev.easel.door.ProblemJson;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.jspecify.annotations.Nullable;

/// Turns whatever a resource throws into a problem, as the other doors do.
final class Problems implements ExceptionMapper<Throwable> {

    private final Log log;

    Problems(Log log) {
        this.log = log;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        var id = RequestLog.id();
        return switch (thrown) {
            case FailureException e -> response(ProblemJson.reply(Problem.of(e.failure()), id));
            // The gateway lets in nothing but what there is a route for.
            case WebApplicationException _ ->
                    response(ProblemJson.reply(Problem.of(new Failure.NotFound("route")), id));
            default -> {
                log.error("request failed", thrown);
                yield response(ProblemJson.unexpected(id));
            }
        };
    }

    private static Response response(Reply reply) {
        var response = Response.status(reply.status()).entity(body(reply.body()));
        reply.headers().forEach(response::header);
        return response.build();
    }

    private static String body(@Nullable String body) {
        return body == null ? "" : body;
    }
}
