package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.emulator.Eventually;
import dev.easel.emulator.S3Emulator;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the functions say while they work: enough to follow one request everywhere, nothing that
/// belongs to a caller.
class LogsTest {

    private static final byte[] COFFEE = Scene.photo("coffee.png");
    private static final String PROMPT = "a zebra that sings about quinces";
    private static final String METADATA = "ticket-of-a-customer-4711";
    private static final String KEY = "key-of-a-caller-0815";

    /// Another one in each test: the same key would be the same generation.
    private final String key = KEY + "-" + UUID.randomUUID();

    private final Stack stack = Impatient.get();
    private final Api api = new Api(stack.api());

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
    }

    @Test
    void oneIdLeadsFromTheRequestThroughTheQueuesToTheVerdict() throws Exception {
        var accepted = api.post("/v1/generations", order().toString(), "Idempotency-Key", key);
        var request = accepted.headers().firstValue("x-request-id").orElseThrow();
        var generation = Api.json(accepted).path("id").asText();

        api.rest("/v1/generations/" + generation);

        Eventually.until("the verdict is logged", () -> said(request).contains("verdict"));
        assertThat(said(request)).contains("admission", "answered", "submitted", "verdict");
        assertThat(
                        lines().filter(line -> id(line).equals(request))
                                .map(line -> line.path("function").asText())
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("dispatch", "worker", "sentinel-poll");
        assertThat(lines().filter(line -> line.path("generation").asText().equals(generation)))
                .as("no line about it goes under another id")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(id(line)).isEqualTo(request));
    }

    @Test
    void whatFailsIsFoundUnderItsIdToo() throws Exception {
        simulate(Scenario.NO_CREDIT);
        var accepted = api.post("/v1/generations", order().toString());
        var request = accepted.headers().firstValue("x-request-id").orElseThrow();

        api.rest("/v1/generations/" + Api.json(accepted).path("id").asText());

        Eventually.until("its end is logged", () -> said(request).contains("generation ended"));
        assertThat(said(request)).contains("attempt");
    }

    @Test
    void everyLineIsOneObjectAndHoldsNothingOfACaller() throws Exception {
        api.photo(COFFEE);
        api.generate(order());
        api.post("/v1/generations", order().toString(), "Idempotency-Key", key);
        api.post("/v1/generations", "{\"prompt\":\"" + PROMPT);
        api.post("/v1/generations", order().put("tier", METADATA).toString());
        api.get("/v1/generations/" + KEY);
        for (var scenario : List.of(Scenario.RESET, Scenario.ERROR_HTML, Scenario.EMPTY_OUTPUT)) {
            simulate(scenario);
            api.generate(order());
        }
        poison();
        Eventually.until(
                "the poison is logged",
                () -> lines().anyMatch(line -> says(line).equals("message failed")));

        assertThat(lines()).hasSizeGreaterThan(20).allSatisfy(LogsTest::isWhole);
        assertThat(text().toLowerCase(Locale.ROOT))
                .doesNotContain(
                        PROMPT,
                        "quinces",
                        METADATA,
                        KEY,
                        "127.0.0.",
                        "localhost",
                        "http://",
                        "https://",
                        "x-amz",
                        "bearer",
                        "rf_local",
                        "a-local-secret-that-protects-nobody",
                        S3Emulator.SECRET_KEY,
                        S3Emulator.ACCESS_KEY);
    }

    private static void isWhole(JsonNode line) {
        assertThat(line.isObject()).isTrue();
        for (var name : List.of("at", "level", "function", "message", "correlation_id")) {
            assertThat(line.path(name).asText()).as(name + " in " + line).isNotBlank();
        }
    }

    private ObjectNode order() {
        var order =
                Api.JSON
                        .createObjectNode()
                        .put("workflow", "create")
                        .put("tier", "2K")
                        .put("prompt", PROMPT);
        order.putObject("metadata").put("ticket", METADATA);
        return order;
    }

    /// Messages that no handler can read or serve.
    private void poison() {
        var env = stack.environment("WorkerFunction");
        try (var sqs = new Aws(env).sqs()) {
            for (var queue : List.of("STEPS_QUEUE_URL", "EVALUATIONS_QUEUE_URL")) {
                sqs.sendMessage(request ->
                        request.queueUrl(env.get(queue))
                                .messageBody("{\"prompt\":\"" + PROMPT + "\"}"));
            }
        }
    }

    private void simulate(Scenario scenario) {
        var body = "{\"scenario\":\"" + scenario.wire() + "\"}";
        var uri = URI.create(stack.simulator() + "/simulator/scenario");
        api.send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(body)).build());
    }

    private List<String> said(String id) {
        return lines().filter(line -> id(line).equals(id)).map(LogsTest::says).toList();
    }

    private static String says(JsonNode line) {
        return line.path("message").asText();
    }

    private static String id(JsonNode line) {
        return line.path("correlation_id").asText();
    }

    private Stream<JsonNode> lines() {
        // The last one may be half written.
        var text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(LogsTest::read);
    }

    private static JsonNode read(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + line, e);
        }
    }

    private String text() {
        try {
            return Files.readString(
                    stack.data().resolve("log").resolve("functions.jsonl"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
