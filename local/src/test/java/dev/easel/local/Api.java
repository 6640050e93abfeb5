package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The API as a caller sees it. Each of these is a caller of its own: limits count by address.
public final class Api implements AutoCloseable {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /// Set by the client itself; the JDK refuses them.
    private static final Set<String> CLIENTS_OWN = Set.of("content-length", "host");

    private final HttpClient http;
    private final URI base;

    public Api(URI base) {
        this(base, Addresses.fresh());
    }

    /// Whoever is at `address`, which must be one of this machine.
    public Api(URI base, InetAddress address) {
        this.http = HttpClient.newBuilder().localAddress(address).build();
        this.base = base;
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        return send(headers(HttpRequest.newBuilder(base.resolve(path)), headers).build());
    }

    public HttpResponse<byte[]> delete(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).DELETE().build());
    }

    public HttpResponse<byte[]> post(String path, String body, String... headers) {
        return send(
                headers(HttpRequest.newBuilder(base.resolve(path)), headers)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /// Hangs up. Who called from many threads has to: the JDK's server keeps 200 idle connections and
    /// closes any more, perhaps just as the next request goes out on one.
    @Override
    public void close() {
        http.close();
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /// Asks for an upload of these bytes and answers what the API says.
    public JsonNode announce(String kind, String type, byte[] bytes) {
        var body =
                JSON.createObjectNode()
                        .put("kind", kind)
                        .put("content_type", type)
                        .put("bytes", bytes.length)
                        .put("sha256", sha256(bytes));
        var response = post("/v1/uploads", body.toString());
        assertThat(response.statusCode()).as(text(response)).isEqualTo(201);
        return json(response);
    }

    /// Puts bytes where an upload may go, with the headers that were signed but for those in
    /// `changed`. On a connection of its own: a store that refuses bytes hangs up without having read
    /// them, perhaps just as the next request goes out on the same connection.
    public HttpResponse<byte[]> put(JsonNode upload, byte[] bytes, Map<String, String> changed) {
        var request =
                HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                        .PUT(BodyPublishers.ofByteArray(bytes));
        upload.path("headers")
                .properties()
                .forEach(header -> {
                    if (!CLIENTS_OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                        request.header(
                                header.getKey(),
                                changed.getOrDefault(header.getKey(), header.getValue().asText()));
                    }
                });
        try (var own = new Api(base)) {
            return own.send(request.build());
        }
    }

    /// Uploads and completes a picture; `extra` is the body of the completion.
    public JsonNode upload(String kind, String type, byte[] bytes, ObjectNode extra) {
        var upload = announce(kind, type, bytes);
        assertThat(put(upload, bytes, Map.of()).statusCode()).isEqualTo(200);
        var completed =
                post(
                        "/v1/uploads/" + upload.path("upload_id").asText() + "/complete",
                        extra.toString());
        assertThat(completed.statusCode()).as(text(completed)).isEqualTo(200);
        return json(completed);
    }

    public String photo(byte[] png) {
        return upload("image", "image/png", png, JSON.createObjectNode())
                .path("upload_id")
                .asText();
    }

    public String mask(byte[] png, String photo) {
        return upload("mask", "image/png", png, JSON.createObjectNode().put("image", photo))
                .path("upload_id")
                .asText();
    }

    /// Orders a generation and answers it once it rests.
    public JsonNode generate(ObjectNode order) {
        var accepted = post("/v1/generations", order.toString());
        assertThat(accepted.statusCode()).as(text(accepted)).isEqualTo(202);
        return rest(accepted.headers().firstValue("location").orElseThrow());
    }

    /// Polls until the answer has no Retry-After. Bounded; the waiting is the wire's, not the
    /// test's.
    public JsonNode rest(String location) {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var response = get(location);
            if (response.headers().firstValue("retry-after").isEmpty()) {
                return json(response);
            }
            Pause.briefly();
        }
        throw new AssertionError(location + " did not come to rest: " + text(get(location)));
    }

    public static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
