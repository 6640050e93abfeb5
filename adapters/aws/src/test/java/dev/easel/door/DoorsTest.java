package dev.easel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.EvaluationStep;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    void oneBadMessageDoesNotBringTheGoodOnesBack() {
        var taken = new ArrayList<Step>();
        var door =
                new QueueDoor<>(
                        log,
                        StepMessages::readStep,
                        step -> step.number() == 14 ? " " : "correlation-" + step.number(),
                        (Step step) -> {
                            if (step.number() >= 13) {
                                throw new IllegalStateException("unlucky");
                            }
                            taken.add(step);
                        });

        var answer =
                door.handle(
                        batch(
                                step(1),
                                "not json",
                                step(13),
                                null,
                                "{\"generation\":\"nobody\",\"step\":1}",
                                step(2),
                                step(14)));

        assertThat(taken).extracting(Step::number).containsExactly(1, 2);
        assertThat(answer.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("1", "2", "3", "4", "6");
        assertThat(logged)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains("\"message\":\"message failed\""))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(6000));
        assertThat(logged)
                .extracting(line -> JSON.readTree(line).path("correlation_id").asText())
                .as("the message's own, or else its id")
                .containsExactly("1", "correlation-13", "3", "4", "6");
    }

    @Test
    void aMessageIsReadAsItWasWritten() {
        var generation = new GenerationId("gen_" + "0".repeat(26));
        var step =
                new EvaluationStep(
                        generation,
                        EvaluationId.first(generation),
                        EvaluationStep.Kind.POLL,
                        4,
                        "req-1");

        assertThat(StepMessages.readEvaluationStep(StepMessages.write(step))).contains(step);
        assertThat(StepMessages.readStep(StepMessages.write(new Step(generation, 3, "req-1"))))
                .contains(new Step(generation, 3, "req-1"));
        assertThat(
                        StepMessages.readEvaluationStep(
                                StepMessages.write(new Step(generation, 3, "req-1"))))
                .isEqualTo(Optional.empty());
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

    private static SQSEvent batch(@Nullable String... bodies) {
        var event = new SQSEvent();
        var ids = new ArrayList<SQSEvent.SQSMessage>();
        Stream.of(bodies)
                .forEach(body -> {
                    var message = new SQSEvent.SQSMessage();
                    message.setMessageId(Integer.toString(ids.size()));
                    message.setBody(body);
                    ids.add(message);
                });
        event.setRecords(List.copyOf(ids));
        return event;
    }

    private static String step(int number) {
        return StepMessages.write(
                new Step(new GenerationId("gen_" + "0".repeat(26)), number, "req-1"));
    }
}
