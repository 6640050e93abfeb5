package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.dispatch.DispatchHandler;
import dev.easel.door.CallerLookup;
import dev.easel.upload.UploadHandler;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// The handlers' guards under other settings and in new instances, all on the same tables.
class GuardedHandlersTest {

    private static final String ORDER = "{\"workflow\":\"create\",\"prompt\":\"a red boat\"}";
    private static final String UPLOAD =
            "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":1,\"sha256\":\"%s\"}"
                    .formatted(Api.sha256(new byte[1]));

    /// Any secret of the local store that is long enough.
    private static final String SECRET_PARAMETER = "/easel/caller-secret";

    private static final String SECRET = "a-local-secret-that-protects-nobody";

    private final String address = Addresses.fresh().getHostAddress();

    @Test
    void aNewInstanceCountsOn() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(status(order(dispatch(Map.of()), Map.of()))).isEqualTo(202);
        }
        var refused = order(dispatch(Map.of()), Map.of());

        assertThat(status(refused)).isEqualTo(429);
        for (int i = 0; i < 3; i++) {
            assertThat(status(upload(Map.of("UPLOADS_PER_ADDRESS", "3")))).isEqualTo(201);
        }
        assertThat(status(upload(Map.of("UPLOADS_PER_ADDRESS", "3")))).isEqualTo(429);
    }

    @Test
    void aFullDayIsFullForEverybodyUntilMidnight() throws IOException {
        order(dispatch(Map.of()), Map.of());

        var refused = order(dispatch(Map.of("RUNS_PER_DAY", "1")), Map.of());

        assertThat(status(refused)).isEqualTo(429);
        var problem = Api.JSON.readTree(refused.path("body").asText());
        assertThat(problem.path("code").asText()).isEqualTo("day-full");
        assertThat(problem.path("limit").asText()).isEqualTo("runs-per-day");
        assertThat(problem.path("retry_after").asInt()).isBetween(1, 86_400);
        assertThat(refused.at("/headers/retry-after").asText())
                .isEqualTo(problem.path("retry_after").asText());
    }

    @Test
    void behindADistributionEveryViewerIsACallerAndTheEdgeIsNone() throws IOException {
        var env = Map.of("ORIGIN_SECRET_PARAMETER", SECRET_PARAMETER, "RUNS_PER_ADDRESS", "1");
        var handler = dispatch(env);
        var one = viewer(SECRET, Addresses.fresh());
        var other = viewer(SECRET, Addresses.fresh());
        var forged = viewer("guessed", Addresses.fresh());

        assertThat(status(order(handler, one))).isEqualTo(202);
        assertThat(status(order(handler, other))).isEqualTo(202);
        assertThat(status(order(handler, one))).isEqualTo(429);
        assertThat(status(order(handler, forged))).as("as the edge").isEqualTo(202);
        assertThat(status(order(handler, forged))).isEqualTo(429);
        assertThat(status(order(handler, viewer("guessed", Addresses.fresh()))))
                .as("still as the edge")
                .isEqualTo(429);
    }

    @Test
    void withoutTheCallersSecretNobodyComesInAndNothingIsSigned() throws IOException {
        var gone = Map.of("CALLER_SECRET_PARAMETER", "/easel/gone");

        for (var refused :
                new JsonNode[] {
                    order(dispatch(gone), Map.of()),
                    order(dispatch(gone), Map.of("idempotency-key", UUID.randomUUID().toString())),
                    upload(gone)
                }) {
            assertThat(status(refused)).isEqualTo(500);
            assertThat(refused.path("body").asText())
                    .contains("\"retryable\":true")
                    .doesNotContain("/easel/gone");
        }
    }

    private static DispatchHandler dispatch(Map<String, String> changed) {
        return new DispatchHandler(env("DispatchFunction", changed));
    }

    private JsonNode upload(Map<String, String> changed) throws IOException {
        var handler = new UploadHandler(env("UploadFunction", changed));
        return knock(handler, "POST /v1/uploads", UPLOAD, Map.of());
    }

    private JsonNode order(DispatchHandler handler, Map<String, String> headers)
            throws IOException {
        return knock(handler, "POST /v1/generations", ORDER, headers);
    }

    private JsonNode knock(
            RequestStreamHandler handler, String route, String body, Map<String, String> headers)
            throws IOException {
        var event = Api.JSON.createObjectNode().put("routeKey", route).put("body", body);
        var written = event.putObject("headers");
        headers.forEach(written::put);
        event.putObject("requestContext")
                .put("requestId", "request-1")
                .putObject("http")
                .put("sourceIp", address);
        var out = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(Api.JSON.writeValueAsBytes(event)), out, null);
        return Api.JSON.readTree(out.toByteArray());
    }

    private static Map<String, String> viewer(String secret, InetAddress address) {
        return Map.of(
                CallerLookup.ORIGIN_HEADER,
                secret,
                "cloudfront-viewer-address",
                address.getHostAddress() + ":46532");
    }

    private static Map<String, String> env(String function, Map<String, String> changed) {
        var env = new HashMap<>(LiveStack.quiet().environment(function));
        env.putAll(changed);
        return env;
    }

    private static int status(JsonNode answer) {
        return answer.path("statusCode").asInt();
    }
}
