package dev.easel.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The door for HTTP: reads the gateway's event from the stream, finds the route, and turns every
/// failure into a problem.
///
/// From the stream and as a tree, because a person waits for the cold start: binding the event to
/// classes costs more than the rest of the JVM's start.
public final class HttpDoor {

    /// Of any request, on any route.
    public static final int BODY_BYTES_MAX = 64 * 1024;

    private static final int DEPTH_MAX = 20;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// For what a caller sent: nested only as deep as any request is. The gateway's own envelope is
    /// ours.
    private static final ObjectMapper STRICT = JSON.copy();

    static {
        STRICT.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build());
    }

    private final Log log;
    private final Clock clock;
    private final Map<String, Function<Call, Reply>> routes;

    /// @param routes what answers each route, by its key: `GET /v1/generations/{id}`
    public HttpDoor(Log log, Clock clock, Map<String, Function<Call, Reply>> routes) {
        this.log = log;
        this.clock = clock;
        this.routes = Map.copyOf(routes);
    }

    public void handle(InputStream in, OutputStream out) throws IOException {
        var event = JSON.readTree(in);
        var requestId = event.at("/requestContext/requestId").asText();
        var reply = Correlation.under(requestId, () -> handle(event, requestId));
        write(reply.with("x-request-id", requestId), out);
    }

    private Reply handle(JsonNode event, String requestId) {
        var started = clock.instant();
        var reply = answer(event, requestId);
        log.tell(
                new Fact.Request(
                        event.path("routeKey").asText(),
                        reply.status(),
                        Duration.between(started, clock.instant())),
                "status",
                reply.status());
        return reply;
    }

    private Reply answer(JsonNode event, String requestId) {
        try {
            var route = routes.get(event.path("routeKey").asText());
            if (route == null) {
                throw new FailureException(new Failure.NotFound("route"));
            }
            return route.apply(call(event));
        } catch (FailureException e) {
            var reply = ProblemJson.reply(Problem.of(e.failure()), requestId);
            return e.failure() instanceof Failure.Limited limited
                    ? RateLimit.on(reply, limited.standings())
                    : reply;
        } catch (RuntimeException e) {
            log.error("request failed", e);
            return ProblemJson.unexpected(requestId);
        }
    }

    private Call call(JsonNode event) {
        return new Call(
                event.path("routeKey").asText(),
                texts(event.path("pathParameters")),
                texts(event.path("queryStringParameters")),
                texts(event.path("headers")),
                body(event),
                event.at("/requestContext/http/sourceIp").asText(),
                event.at("/requestContext/requestId").asText(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static JsonNode body(JsonNode event) {
        var raw = event.path("body").asText("");
        var bytes =
                event.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(raw)
                        : raw.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BODY_BYTES_MAX) {
            throw new FailureException(new Failure.BodyTooLarge(BODY_BYTES_MAX));
        }
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            // As text: from bytes, the parser would guess at other encodings by their look.
            return STRICT.readTree(utf8(bytes));
        } catch (JsonProcessingException e) {
            throw new FailureException(Failure.InvalidRequest.of("", "is not JSON" + place(e)));
        }
    }

    /// RFC 8259 knows no other encoding.
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new FailureException(Failure.InvalidRequest.of("", "is not UTF-8"));
        }
    }

    /// What breaks a limit, such as that on depth, has no place of its own.
    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new HashMap<String, String>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static void write(Reply reply, OutputStream out) throws IOException {
        var event = JSON.createObjectNode().put("statusCode", reply.status());
        var headers = event.putObject("headers");
        reply.headers().forEach(headers::put);
        if (reply.body() != null) {
            event.put("body", reply.body());
        }
        event.put("isBase64Encoded", reply.base64());
        JSON.writeValue(out, event);
    }
}
