package dev.easel.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Runs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// The runs of the benchmark themselves. What these routes answer carries signed addresses, which die:
/// nobody may keep it.
@Path("/v1")
public final class RunsResource {

    private final Batches batches;
    private final Runs runs;
    private final RunJson json;

    RunsResource(Batches batches, Runs runs, RunJson json) {
        this.batches = batches;
        this.runs = runs;
        this.json = json;
    }

    /// `GET /v1/batches`: the newest windows.
    @GET
    @Path("/batches")
    public Response newest(@Context UriInfo uri) {
        return fresh(json.page(batches.page(BatchesRequest.of(uri.getQueryParameters()))));
    }

    /// `GET /v1/runs/{window}/{provider}`: one of them.
    @GET
    @Path("/runs/{window}/{provider}")
    public Response read(
            @PathParam("window") String window, @PathParam("provider") String provider) {
        return fresh(
                CronWindow.parse(window)
                        .flatMap(known -> runs.find(known, provider))
                        .map(json::run)
                        .orElseThrow(() -> new FailureException(new Failure.NotFound("run"))));
    }

    private static Response fresh(ObjectNode body) {
        return Response.ok(body.toString(), "application/json")
                .header("cache-control", "no-store")
                .build();
    }
}
