package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Speaks to an Easel endpoint over HTTP, one method per route.
///
/// A refusal is a [ProblemException], silence an [UnreachableException].
public final class EaselClient implements AutoCloseable {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration REPLY_MAX = Duration.ofMinutes(1);
    private static final long BYTES_MAX = 64 << 20;

    /// Signed like the others, but the HTTP client writes them itself and refuses to be told.
    private static final Set<String> WRITTEN_BY_THE_CLIENT = Set.of("content-length", "host");

    private final ObjectMapper json = new ObjectMapper();
    private final URI endpoint;
    private final HttpClient http;

    public EaselClient(URI endpoint) {
        this.endpoint = endpoint;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_MAX)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
    }

    public List<CatalogEntry> catalog() throws IOException, InterruptedException {
        var entries = new ArrayList<CatalogEntry>();
        for (var workflow : answer(get("/v1/catalog")).path("workflows")) {
            entries.add(CatalogEntry.of(workflow));
        }
        return entries;
    }

    /// Sends a picture up and has it looked at. `kind` is `image`, `mask` or `reference`; a mask
    /// names its photo.
    public Uploaded upload(String kind, Picture picture, @Nullable String photo)
            throws IOException, InterruptedException {
        var bytes = picture.bytes();
        var wanted =
                json.createObjectNode()
                        .put("kind", kind)
                        .put("content_type", picture.type().wire())
                        .put("bytes", bytes.length)
                        .put("sha256", Base64.getEncoder().encodeToString(sha256(bytes)));
        var slot = answer(post("/v1/uploads", wanted));
        put(slot, bytes);
        var complete = json.createObjectNode();
        if (photo != null) {
            complete.put("image", photo);
        }
        var path = "/v1/uploads/" + slot.path("upload_id").asText() + "/complete";
        return new Uploaded(answer(post(path, complete)));
    }

    /// Orders a generation. Every call is an order of its own.
    public RemoteGeneration generate(ObjectNode order) throws IOException, InterruptedException {
        var request =
                posting("/v1/generations", order)
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        return generation(send(request));
    }

    public RemoteGeneration generation(String id) throws IOException, InterruptedException {
        return generation(get("/v1/generations/" + id));
    }

    /// The bytes behind a link of the API, which redirects to a signed one.
    public byte[] picture(String href) throws IOException, InterruptedException {
        return get(href).body();
    }

    @Override
    public void close() {
        http.close();
    }

    private RemoteGeneration generation(HttpResponse<byte[]> reply) {
        return new RemoteGeneration(answer(reply), retryAfter(reply));
    }

    private static @Nullable Duration retryAfter(HttpResponse<byte[]> reply) {
        return reply.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private void put(JsonNode slot, byte[] bytes) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(slot.path("url").asText()))
                        .PUT(BodyPublishers.ofByteArray(bytes));
        for (var header : slot.path("headers").properties()) {
            if (!WRITTEN_BY_THE_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                request.header(header.getKey(), header.getValue().asText());
            }
        }
        send(request);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)));
    }

    private HttpResponse<byte[]> post(String path, ObjectNode body)
            throws IOException, InterruptedException {
        return send(posting(path, body));
    }

    private HttpRequest.Builder posting(String path, ObjectNode body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder building)
            throws UnreachableException, InterruptedException {
        var request = building.timeout(REPLY_MAX).build();
        HttpResponse<byte[]> reply;
        try {
            reply =
                    http.send(
                            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX));
        } catch (IOException e) {
            // The address without its query: a signed one is a secret.
            var whom = request.uri().getScheme() + "://" + request.uri().getAuthority();
            throw new UnreachableException("Nobody answers at " + whom + ".", e);
        }
        if (reply.statusCode() / 100 != 2) {
            throw ProblemException.of(reply.statusCode(), tree(reply));
        }
        return reply;
    }

    /// A path of the API below the endpoint, whose own path is kept (a stage of a gateway).
    private URI at(String path) {
        var base = endpoint.toString().replaceFirst("/+$", "");
        return path.startsWith("/") ? URI.create(base + path) : endpoint.resolve(path);
    }

    private JsonNode answer(HttpResponse<byte[]> reply) {
        var answer = tree(reply);
        if (!answer.isObject()) {
            throw new ProblemException(
                    reply.statusCode(),
                    "This is not Easel",
                    reply.uri().getAuthority() + " answers, but not as Easel's API does.",
                    List.of(),
                    null);
        }
        return answer;
    }

    private JsonNode tree(HttpResponse<byte[]> reply) {
        try {
            return json.readTree(reply.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
