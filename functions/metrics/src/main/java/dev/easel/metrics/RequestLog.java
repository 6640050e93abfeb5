package dev.easel.metrics;

import dev.easel.door.Correlation;
import dev.easel.door.Fact;
import dev.easel.door.Log;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Writes a line for each request, as the other doors do, and lets the answer name the request.
final class RequestLog implements ContainerResponseFilter {

    private static final ScopedValue<Tag> CURRENT = ScopedValue.newInstance();
    private static final Tag NONE = new Tag("", "", Instant.EPOCH);

    private final Log log;
    private final Clock clock;

    /// What the gateway calls a request, and when it came.
    ///
    /// @param route its key: `GET /v1/metrics`
    record Tag(String id, String route, Instant at) {}

    RequestLog(Log log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// Does the work of a request; all of it happens in this thread.
    static <R, X extends Throwable> R under(Tag tag, ScopedValue.CallableOp<R, X> work) throws X {
        return Correlation.under(tag.id(), () -> ScopedValue.where(CURRENT, tag).call(work));
    }

    /// The request that this thread is at.
    static String id() {
        return CURRENT.orElse(NONE).id();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var tag = CURRENT.orElse(NONE);
        response.getHeaders().putSingle("x-request-id", tag.id());
        log.tell(
                new Fact.Request(
                        tag.route(),
                        response.getStatus(),
                        Duration.between(tag.at(), clock.instant())),
                "status",
                response.getStatus());
    }
}
