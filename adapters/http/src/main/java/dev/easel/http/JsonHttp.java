package dev.easel.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.easel.secret.Secrets;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

/// JSON over HTTP under a key: whole answers within a time and a size, or none.
///
/// It asks once. The one exception is a key that is not taken: it may just have been rotated, nothing
/// was done, and the fresh key gets one try.
public final class JsonHttp {

    /// Words alone.
    private static final long BODY_BYTES_MAX = 2_000_000;

    /// With pictures inside; four thirds of what they have where they are spelled in base 64.
    public static final long PICTURE_BYTES_MAX = 64_000_000;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    /// A large picture is one string, longer than is read without being asked to.
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxStringLength((int) PICTURE_BYTES_MAX)
                                            .build())
                            .build());

    private final HttpClient http;
    private final Secrets secrets;
    private final String secretName;
    private final String base;
    private final Auth auth;
    private final Duration timeout;
    private final long bytesMax;
    private final Runnable heard;

    private JsonHttp(Access access, Auth auth, Duration timeout, long bytesMax) {
        if (access.http().followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "a client that follows redirects takes the key along");
        }
        this.http = access.http();
        this.secrets = access.secrets();
        this.secretName = access.secretName();
        this.base = requireSafe(access.base()).toString().replaceFirst("/+$", "");
        this.auth = auth;
        this.timeout = timeout;
        this.bytesMax = bytesMax;
        this.heard = access.heard();
    }

    /// For answers that hold words and come at once.
    public static JsonHttp quick(Access access, Auth auth) {
        return new JsonHttp(access, auth, access.quick(), BODY_BYTES_MAX);
    }

    /// For answers that come at once and may hold pictures.
    public static JsonHttp heavy(Access access, Auth auth) {
        return new JsonHttp(access, auth, access.quick(), PICTURE_BYTES_MAX);
    }

    /// For calls that are the work: they last as long, and the answer holds the picture.
    public static JsonHttp blocking(Access access, Auth auth) {
        return new JsonHttp(access, auth, access.patient(), PICTURE_BYTES_MAX);
    }

    public Reply get(String path) {
        return renewing(request(path).GET());
    }

    public Reply post(String path, JsonNode body, String idempotencyKey) {
        return renewing(posting(path, body).header("Idempotency-Key", idempotencyKey));
    }

    /// For services that know no idempotency key.
    public Reply post(String path, JsonNode body) {
        return renewing(posting(path, body));
    }

    /// For what is no JSON, or wants headers of its own.
    public Reply send(HttpRequest.Builder request) {
        return renewing(request);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .header("Accept", "application/json");
    }

    private HttpRequest.Builder posting(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    /// One segment of a path, whatever it holds. Dots alone would climb, and an empty one would ask
    /// for something else.
    public static String segment(String text) {
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("not a path segment: '" + text + "'");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The key never travels in the clear, except on this very machine, where the simulator is.
    private static URI requireSafe(URI base) {
        var secure = "https".equals(base.getScheme()) && base.getHost() != null;
        var local =
                "http".equals(base.getScheme())
                        && base.getHost() != null
                        && LOOPBACK.contains(base.getHost());
        if (!secure && !local) {
            throw new IllegalArgumentException("not an https address: " + base);
        }
        return base;
    }

    private Reply renewing(HttpRequest.Builder request) {
        return switch (key()) {
            case Key.Missing(var why) -> new Reply.Keyless(why);
            case Key.Usable(var key) -> renewing(request, key);
        };
    }

    private Reply renewing(HttpRequest.Builder request, String key) {
        var reply = send(request, key, List.of(key));
        if (reply instanceof Reply.Answered answered && auth.refused().test(answered)) {
            secrets.forget(secretName);
            if (key() instanceof Key.Usable(var fresh) && !fresh.equals(key)) {
                return send(request, fresh, List.of(key, fresh));
            }
        }
        return reply;
    }

    private Reply send(HttpRequest.Builder request, String key, List<String> secret) {
        auth.show(request, key);
        var answer =
                http.sendAsync(
                        request.build(),
                        head -> {
                            heard.run();
                            return BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax)
                                    .apply(head);
                        });
        try {
            // The request's own time-out ends with the headers; a body that drips must end, too.
            return read(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), secret);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Reply.Silent("no answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Silent("interrupted");
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /// A stored key often ends in a line break. A character that no header may carry is told by our
    /// own words: the client's would quote the key. A key that cannot be had is an answer, too: the
    /// caller knows then that nothing was sent, and nothing paid.
    private Key key() {
        try {
            var key = secrets.secret(secretName).strip();
            return PRINTABLE.matcher(key).matches()
                    ? new Key.Usable(key)
                    : new Key.Missing("the secret " + secretName + " is not a usable key");
        } catch (RuntimeException e) {
            var kind = e.getClass().getSimpleName();
            return new Key.Missing("the secret " + secretName + " could not be read: " + kind);
        }
    }

    private static Reply read(HttpResponse<byte[]> answer, List<String> secret) {
        var type = answer.headers().firstValue("content-type").orElse("");
        var text = isText(type) ? new String(answer.body(), StandardCharsets.UTF_8) : "";
        for (var key : secret) {
            text = text.replace(key, "***");
        }
        return new Reply.Answered(
                answer.statusCode(),
                json(text),
                text,
                new Reply.Content(type, answer.body()),
                WaitHint.read(answer.headers()).orElse(null));
    }

    /// What declares itself as a picture or as parts of several kinds is not read as words.
    private static boolean isText(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return !lower.startsWith("image/") && !lower.startsWith("multipart/");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /// Only the kind of error is told: its message may hold an address.
    private static Reply failed(Throwable cause) {
        var kind = cause.getClass().getSimpleName();
        return switch (cause) {
            case ConnectException _, HttpConnectTimeoutException _, SSLHandshakeException _ ->
                    new Reply.NotSent(kind);
            default -> new Reply.Silent(kind);
        };
    }

    /// What came of looking for the key. Not to be printed.
    private sealed interface Key {
        record Usable(String value) implements Key {
            @Override
            public String toString() {
                return "***";
            }
        }

        record Missing(String why) implements Key {}
    }
}
