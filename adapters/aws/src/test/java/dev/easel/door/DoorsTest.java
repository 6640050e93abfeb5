package dev.easel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DoorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ROUTE = "POST /v1/things/{id}";

    private final List<String> logged = new ArrayList<>();
    private final Log log = new Log("test", CLOCK, logged::add);

    @Test
    void aCallCarriesWhatTheGatewayKnows() throws IOException {
        var seen = new ArrayList<Call>();

        var answer =
                knock(
                        event("{\"a\":1}"),
                        call -> {
                            seen.add(call);
                            return Reply.json(201, call.body()).with("location", "/here");
                        });

        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.at("/headers/location").asText()).isEqualTo("/here");
        assertThat(answer.at("/headers/x-request-id").asText()).isEqualTo("request-1");
        assertThat(answer.path("body").asText()).isEqualTo("{\"a\":1}");
        assertThat(seen)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.parameter("id")).isEqualTo("7");
                    assertThat(call.sourceIp()).isEqualTo("203.0.113.7");
                    assertThat(call.header("idempotency-key")).contains("k");
                });
    }

    @Test
    void aTextIsAnsweredAsItIs() throws IOException {
        var answer = knock(event(""), _ -> Reply.text(200, "# \"Easel\"\n\n> é"));

        assertThat(answer.path("body").asText()).isEqualTo("# \"Easel\"\n\n> é");
        assertThat(answer.at("/headers/content-type").asText())
                .isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void aBodyInBase64IsRead() throws IOException {
        var event =
                event(
                        Base64.getEncoder()
                                .encodeToString("{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);

        assertThat(
                        JSON.readTree(
                                        knock(event, call -> Reply.json(200, call.body()))
                                                .path("body")
                                                .asText())
                                .path("a")
                                .asText())
                .isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1"})
    void aBodyInAnotherEncodingThanUtf8IsRefused(String encoding) throws IOException {
        var bytes = "{\"a\":\"é\"}".getBytes(Charset.forName(encoding));
        var event = event(Base64.getEncoder().encodeToString(bytes)).put("isBase64Encoded", true);

        assertThat(reason(knock(event, call -> Reply.json(200, call.body()))))
                .matches("is not (UTF-8|JSON .*)");
    }

    @Test
    void aByteOrderMarkIsNoJson() throws IOException {
        assertThat(reason(knock(event("\ufeff{}"), _ -> Reply.empty(200))))
                .startsWith("is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\u0000b", "\\u007f", "\\udc00\\ud800", "\\u009b"})
    void aTextThatNobodyCanReadIsRefused(String escaped) throws IOException {
        var answer = read("{\"text\":\"%s\"}".formatted(escaped));

        assertThat(reason(answer)).startsWith("has characters that nobody can read");
    }

    @Test
    void tabsLinesAndAllOfUnicodeAreText() throws IOException {
        assertThat(read("{\"text\":\"a\\tb\\r\\n\\ud83d\\ude00\"}").path("statusCode").asInt())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "\\ud800, /\ufffd",
        "a\\u0000, /a\ufffd",
        "'', /",
        "a/b~c, /a~1b~0c",
    })
    void anUnknownFieldIsQuotedSoThatItCanBeWritten(String name, String pointer)
            throws IOException {
        var answer = read("{\"%s\":1}".formatted(name));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
        assertThat(pointers(answer)).containsExactly(pointer);
    }

    @Test
    void aLongNameIsNotCutInTheMiddleOfACharacter() throws IOException {
        var answer = read("{\"%s\":1}".formatted("x".repeat(99) + "\ud83d\ude00\ud83d\ude00"));

        assertThat(pointers(answer)).containsExactly("/" + "x".repeat(99) + "\ud83d\ude00");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /map/",
        "a\\u0001, /map/a\ufffd",
        "\\udfff, /map/\ufffd",
    })
    void aNameOfACallersOwnIsReadableToo(String name, String pointer) throws IOException {
        var answer = read("{\"map\":{\"%s\":\"x\"}}".formatted(name));

        assertThat(pointers(answer)).containsExactly(pointer);
        assertThat(reason(answer)).startsWith("is no name");
    }

    @Test
    void aCallersOwnNameHasAtMost100Characters() throws IOException {
        assertThat(
                        read("{\"map\":{\"%s\":\"x\"}}".formatted("n".repeat(100)))
                                .path("statusCode")
                                .asInt())
                .isEqualTo(200);
        assertThat(reason(read("{\"map\":{\"%s\":\"x\"}}".formatted("n".repeat(101)))))
                .startsWith("is no name");
        assertThat(pointers(read("{\"map\":{\"a/b\":7}}"))).containsExactly("/map/a~1b");
        assertThat(pointers(read("{\"map\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}}")))
                .containsExactly("/map");
    }

    @Test
    void jsonIsNestedTwentyDeepAtMost() throws IOException {
        var answer = knock(event("[".repeat(20) + "]".repeat(20)), _ -> Reply.empty(200));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        for (int depth : new int[] {21, 32_000}) {
            var arrays = "[".repeat(depth) + "]".repeat(depth);
            assertThat(reason(knock(event(arrays), _ -> Reply.empty(200))))
                    .startsWith("is not JSON");
            var objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            assertThat(knock(event(objects), _ -> Reply.empty(200)).path("statusCode").asInt())
                    .isBetween(400, 413);
        }
    }

    @Test
    void aHundredWrongFieldsAreEnoughToName() throws IOException {
        var fields =
                IntStream.range(0, 5000)
                        .mapToObj(i -> "\"f" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}"));

        assertThat(pointers(read(fields))).hasSize(100);
    }

    @Test
    void aRouteThatIsNotOursIsNotFound() throws IOException {
        var event = event("").put("routeKey", "GET /elsewhere");

        assertThat(knock(event, _ -> Reply.empty(200)).path("statusCode").asInt()).isEqualTo(404);
    }

    @Test
    void aFailureBecomesAProblemWithTheRequestsId() throws IOException {
        var answer =
                knock(
                        event("{}"),
                        _ -> {
                            throw new FailureException(new Failure.ModelNotAllowed("acme/paint"));
                        });
        var problem = JSON.readTree(answer.path("body").asText());

        assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
        assertThat(answer.at("/headers/content-type").asText())
                .isEqualTo("application/problem+json");
        assertThat(problem.path("model").asText()).isEqualTo("acme/paint");
        assertThat(problem.path("request_id").asText()).isEqualTo("request-1");
    }

    @Test
    void aRefusalForALimitSaysWhenToComeBackAndHowAllLimitsStand() throws IOException {
        var address = new Standing(Quota.runsPerAddress(20), 0, Duration.ofMillis(1_800_001));
        var day = new Standing(Quota.runsPerDay(500), 480, Duration.ofHours(3));

        var answer =
                knock(
                        event("{}"),
                        _ -> {
                            throw new FailureException(
                                    new Failure.RateLimited(address, List.of(address, day)));
                        });

        assertThat(answer.path("statusCode").asInt()).isEqualTo(429);
        assertThat(answer.at("/headers/retry-after").asText()).isEqualTo("1801");
        assertThat(answer.at("/headers/ratelimit").asText())
                .isEqualTo("\"runs-per-address\";r=0;t=1801, \"runs-per-day\";r=480;t=10800");
        assertThat(answer.at("/headers/ratelimit-policy").asText())
                .isEqualTo("\"runs-per-address\";q=20;w=3600, \"runs-per-day\";q=500;w=86400");
        assertThat(JSON.readTree(answer.path("body").asText()).path("retry_after").asInt())
                .isEqualTo(1801);
    }

    @Test
    void whoHasUsedNothingWaitsForNothing() {
        var unused = new Standing(Quota.uploadsPerAddress(60), 60, Duration.ZERO);

        assertThat(RateLimit.on(Reply.empty(200), List.of(unused)).headers())
                .containsEntry("ratelimit", "\"uploads-per-address\";r=60");
        assertThat(RateLimit.on(Reply.empty(200), List.of()).headers()).isEmpty();
    }

    @Test
    void aBugTellsNothingButTheRequestsId() throws IOException {
        var answer =
                knock(
                        event("{}"),
                        _ -> {
                            throw new IllegalStateException("the password is 123");
                        });

        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.path("body").asText()).contains("request-1").doesNotContain("password");
        assertThat(logged)
                .hasSize(2)
                .allMatch(line -> line.contains("\"correlation_id\":\"request-1\""))
                .anyMatch(line -> line.contains("request failed"));
    }

    @Test
    void theSameBodyHasTheSameFingerprintHoweverItIsWritten() throws IOException {
        assertThat(Fingerprint.of(JSON.readTree("{\"b\":[1,{\"c\":null}],\"a\":\"x\"}")))
                .isEqualTo(
                        Fingerprint.of(JSON.readTree("{ \"a\" : \"x\", \"b\":[1, {\"c\":null}] }")))
                .isNotEqualTo(
                        Fingerprint.of(JSON.readTree("{\"b\":[{\"c\":null},1],\"a\":\"x\"}")));
    }

    @Test
    void everythingThatIsMissingInAnEnvironmentIsToldAtOnce() {
        var environment = new Environment(Map.of("SECONDS", "-1", "EMPTY", " ", "NOTHING", "0"));
        environment.text("BUCKET");
        environment.text("EMPTY");
        environment.seconds("SECONDS", 5);
        environment.count("NOTHING", 5);
        environment.maybeText("EMPTY");

        assertThatThrownBy(environment::check)
                .hasMessage(
                        "the environment is not complete: BUCKET is missing; EMPTY is missing;"
                            + " SECONDS is not a whole number: -1; NOTHING is not at least 1: 0");
    }

    /// Reads a text and a map of texts.
    private JsonNode read(String json) throws IOException {
        return knock(
                event(json),
                call -> {
                    var body = Body.of(call.body());
                    body.text("text", 1000);
                    body.texts("map", 2, 10);
                    body.check();
                    return Reply.json(200, call.body());
                });
    }

    private static String reason(JsonNode answer) throws IOException {
        return JSON.readTree(answer.path("body").asText()).at("/violations/0/reason").asText();
    }

    private static List<String> pointers(JsonNode answer) throws IOException {
        return JSON.readTree(answer.path("body").asText())
                .path("violations")
                .valueStream()
                .map(violation -> violation.path("pointer").asText())
                .toList();
    }

    private JsonNode knock(ObjectNode event, Function<Call, Reply> route) throws IOException {
        var out = new ByteArrayOutputStream();
        new HttpDoor(log, CLOCK, Map.of(ROUTE, route))
                .handle(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out);
        return JSON.readTree(out.toByteArray());
    }

    private static ObjectNode event(String body) {
        var event = JSON.createObjectNode().put("routeKey", ROUTE).put("body", body);
        event.putObject("pathParameters").put("id", "7");
        event.putObject("headers").put("idempotency-key", "k");
        event.putObject("requestContext")
                .put("requestId", "request-1")
                .putObject("http")
                .put("sourceIp", "203.0.113.7");
        return event;
    }
}
