package dev.easel.metrics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// `GET /v1/metrics`, and the same for machines that scrape it.
@Path("/v1/metrics")
public final class MetricsResource {

    private static final int NOT_MODIFIED = 304;

    /// Half as long as pages wait between two looks.
    private static final String CACHED = "public, max-age=15";

    private final Metrics metrics;
    private final List<String> providers;

    MetricsResource(Metrics metrics, List<String> providers) {
        this.metrics = metrics;
        this.providers = List.copyOf(providers);
    }

    /// As JSON or CSV. The tag is of what is in the answer, not of when it was asked for: so it stays the
    /// same for as long as nothing happened.
    @GET
    public Response read(
            @Context UriInfo uri, @HeaderParam("if-none-match") @Nullable String known) {
        var request = MetricsRequest.of(uri.getQueryParameters(), providers);
        var report = metrics.report(request);
        return switch (request.format()) {
            case JSON -> {
                var tag = tag(MetricsJson.content(report).toString());
                yield matches(known, tag)
                        ? tagged(Response.status(NOT_MODIFIED), tag)
                        : tagged(
                                Response.ok(
                                        MetricsJson.write(report).toString(), "application/json"),
                                tag);
            }
            case CSV -> {
                var csv = Csv.write(report, request.table());
                var name =
                        String.join(
                                "-",
                                "easel",
                                report.source().wire(),
                                report.window().wire(),
                                request.table().wire());
                yield tagged(
                        Response.ok(csv, "text/csv; charset=utf-8")
                                .header(
                                        "content-disposition",
                                        "attachment; filename=\"" + name + ".csv\""),
                        tag(csv));
            }
        };
    }

    /// As OpenMetrics text.
    @GET
    @Path("/openmetrics")
    public Response scrape(@Context UriInfo uri) {
        var request = MetricsRequest.of(uri.getQueryParameters(), providers);
        var text = OpenMetrics.write(metrics.report(request));
        return tagged(Response.ok(text, OpenMetrics.TYPE), tag(text));
    }

    private static Response tagged(Response.ResponseBuilder response, String tag) {
        return response.header("etag", "W/\"" + tag + "\"").header("cache-control", CACHED).build();
    }

    /// Weakly compared, as RFC 9110 has it for If-None-Match.
    private static boolean matches(@Nullable String known, String tag) {
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals("\"" + tag + "\"") || one.equals("*"));
    }

    private static String tag(String content) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
