package dev.easel.metrics;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.reliability.Window;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.util.List;

/// `GET /v1/badges/{provider}.svg` and `.json`: the last day of a provider in the benchmark, in a few
/// words, for pages of other people.
@Path("/v1/badges")
public final class BadgesResource {

    private static final String CACHED = "public, max-age=60";

    private final Metrics metrics;
    private final List<String> providers;

    BadgesResource(Metrics metrics, List<String> providers) {
        this.metrics = metrics;
        this.providers = List.copyOf(providers);
    }

    /// The gateway's routes name whole segments, so this one takes both endings.
    @GET
    @Path("/{badge}")
    public Response read(@PathParam("badge") String badge) {
        int dot = badge.lastIndexOf('.');
        var one = report(dot < 0 ? badge : badge.substring(0, dot));
        return switch (dot < 0 ? "" : badge.substring(dot)) {
            case ".svg" ->
                    Response.ok(Badge.svg(one), "image/svg+xml")
                            .header("cache-control", CACHED)
                            .header("x-content-type-options", "nosniff")
                            .header("content-security-policy", "default-src 'none'")
                            .build();
            case ".json" ->
                    Response.ok(MetricsJson.summary(one).toString(), "application/json")
                            .header("cache-control", CACHED)
                            // Read by pages of anybody: it holds nothing but numbers.
                            .header("access-control-allow-origin", "*")
                            .build();
            default -> throw new FailureException(new Failure.NotFound("badge"));
        };
    }

    private Report.OfProvider report(String provider) {
        if (!providers.contains(provider)) {
            throw new FailureException(new Failure.NotFound("badge"));
        }
        return metrics.report(MetricsRequest.ofBenchmark(Window.DAY, provider))
                .providers()
                .getFirst();
    }
}
