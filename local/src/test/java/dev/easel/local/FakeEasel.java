package dev.easel.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/// The API as its contract has it, with a bucket that wants its signed headers. What a generation
/// does is scripted.
final class FakeEasel implements DemoStack {

    static final String SIGNATURE = "X-Amz-Signature=5ec2e7";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Every order as it arrived.
    final List<JsonNode> orders = new ArrayList<>();

    /// The keys that the orders came with.
    final List<String> keys = new ArrayList<>();

    /// What the reads of the generation answer, in turn; the last one again and again.
    final Deque<String> readings = new ArrayDeque<>();

    /// What an order is refused with, if it is.
    String refusal = "";

    /// What the download answers.
    byte[] result = TestPictures.png(60, 40);

    private final HttpServer server;
    private int uploads;

    FakeEasel() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (route.replaceAll("/img_\\d+|/gen_1", "/ID")) {
            case "GET /v1/catalog" -> reply(exchange, 200, CATALOG);
            case "POST /v1/uploads" -> reply(exchange, 201, slot(JSON.readTree(body)));
            case "PUT /bucket/ID" -> keep(exchange, body);
            case "POST /v1/uploads/ID/complete" ->
                    reply(exchange, 200, looked(route, JSON.readTree(body)));
            case "POST /v1/generations" -> order(exchange, JSON.readTree(body));
            case "GET /v1/generations/ID" -> read(exchange);
            case "GET /v1/images/ID/0" -> redirect(exchange);
            case "GET /bucket/result" -> reply(exchange, 200, result);
            default -> reply(exchange, 404, "{\"title\": \"Not found\"}");
        }
    }

    private String slot(JsonNode wanted) {
        uploads++;
        return """
        {"upload_id": "img_%d", "method": "PUT", "url": "%s/bucket/img_%d?%s",
         "headers": {"content-type": "%s", "content-length": "%s", "if-none-match": "*",
                     "x-amz-checksum-sha256": "%s"},
         "expires_at": "2026-01-01T00:30:00Z"}\
        """
                .formatted(
                        uploads,
                        api(),
                        uploads,
                        SIGNATURE,
                        wanted.path("content_type").asText(),
                        wanted.path("bytes").asText(),
                        wanted.path("sha256").asText());
    }

    /// As S3: a signed header that is missing or another is 403.
    private static void keep(HttpExchange exchange, byte[] body) throws IOException {
        var headers = exchange.getRequestHeaders();
        var wanted = Base64.getEncoder().encodeToString(TestPictures.sha256(body));
        var signed =
                "image/png".equals(headers.getFirst("content-type"))
                        && "*".equals(headers.getFirst("if-none-match"))
                        && wanted.equals(headers.getFirst("x-amz-checksum-sha256"))
                        && String.valueOf(body.length).equals(headers.getFirst("content-length"));
        reply(exchange, signed ? 200 : 403, "");
    }

    private static String looked(String route, JsonNode complete) {
        var id = route.replaceAll(".*(img_\\d+).*", "$1");
        return """
        {"upload_id": "%s", "kind": "image", "content_type": "image/png", "width": 60, "height": 40,
         "bytes": 700, "warnings": [], "traits": []%s}\
        """
                .formatted(id, complete.has("image") ? ", \"mask_coverage\": 0.042" : "");
    }

    private void order(HttpExchange exchange, JsonNode order) throws IOException {
        orders.add(order);
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (!refusal.isEmpty()) {
            reply(exchange, 400, refusal);
            return;
        }
        exchange.getResponseHeaders().set("Retry-After", "1");
        reply(exchange, 202, "{\"id\": \"gen_1\", \"status\": \"queued\", \"warnings\": []}");
    }

    private void read(HttpExchange exchange) throws IOException {
        var reading = readings.size() > 1 ? readings.remove() : readings.element();
        if (!reading.contains("\"verdict\"") && !reading.contains("\"failure\"")) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        reply(exchange, 200, reading);
    }

    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", api() + "/bucket/result?" + SIGNATURE);
        reply(exchange, 302, "");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        reply(exchange, status, body.getBytes(UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static String judged(String verdict, String findings) {
        return """
        {"id": "gen_1", "status": "succeeded", "workflow": "remove-object", "tier": "1K",
         "outputs": [{"href": "/v1/images/gen_1/0", "url": "http://bucket/key?%s",
                      "url_expires_at": "2026-01-01T00:10:00Z", "width": 60, "height": 40}],
         "evaluation": {"id": "evl_1", "status": "completed", "verdict": "%s", "issues": 1,
                        "panel": [], "findings": [%s]}, "warnings": []}\
        """
                .formatted(SIGNATURE, verdict, findings);
    }

    private static final String CATALOG =
            """
            {"workflows": [
              {"id": "remove-object", "label": "Remove an object", "requires": ["image", "mask"],
               "availability": {"status": "available"},
               "tiers": [{"tier": "1K", "cost_units": 1, "dispatchable": true},
                         {"tier": "4K", "cost_units": 16, "dispatchable": false,
                          "why": {"code": "model-not-allowed", "detail": "Not on the list."}}]},
              {"id": "create", "label": "Create from words", "requires": ["prompt"],
               "availability": {"status": "available"},
               "tiers": [{"tier": "1K", "cost_units": 1, "dispatchable": true}]},
              {"id": "remove-tag", "label": "Remove the price tag", "requires": ["image"],
               "availability": {"status": "coming_soon", "notice": "Paint over it until then."},
               "tiers": [{"tier": "1K", "cost_units": 1, "dispatchable": false}]}]}\
            """;
}
