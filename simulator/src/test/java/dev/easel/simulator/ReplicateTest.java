package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Predictions over HTTP.
@Timeout(60)
class ReplicateTest {

    private static final String SUBMIT = "/replicate/v1/models/google/nano-banana-2/predictions";

    @TempDir Path folder;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        new SimulatorOptions(0, folder, Pace.INSTANT, 1),
                        () -> Instant.now().plus(ahead.get()));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void aPredictionStartsAndEndsWithOneUrlThatIsBilledOnce() throws Exception {
        var created = caller.post(SUBMIT, body());
        var ended = await(created.body());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("status").asText()).isEqualTo("starting");
        assertThat(created.body().path("output").isNull()).isTrue();
        assertThat(ended.path("status").asText()).isEqualTo("succeeded");
        var bytes = caller.fetch(ended.path("output").asText()).body();
        assertThat(bytes).startsWith(0xFF, 0xD8);
        assertThat(Caller.image(bytes).getWidth()).isEqualTo(1024);
        assertThat(caller.journal("replicate", "submit")).hasSize(1);
        assertThat(caller.journal("replicate", "run").at("/0/cost").asText()).isEqualTo("0.067");
    }

    @Test
    void whoPrefersToWaitGetsTheEndOr202() throws Exception {
        var waited = caller.post(SUBMIT, body(), "Prefer", "wait=10");
        caller.play("replicate", "stuck");
        var left = caller.post(SUBMIT, body(), "Prefer", "wait=1");

        assertThat(waited.status()).isEqualTo(201);
        assertThat(waited.body().path("status").asText()).isEqualTo("succeeded");
        assertThat(left.status()).isEqualTo(202);
        assertThat(left.body().path("output").isNull()).isTrue();
    }

    @Test
    void aPhotoIsChangedAndKeepsItsShape() throws Exception {
        var body = body();
        ((ObjectNode) body.path("input"))
                .put("output_format", "png")
                .putArray("image_input")
                .add(Caller.PHOTO);

        var ended = caller.post(SUBMIT, body, "Prefer", "wait").body();

        var image = Caller.image(caller.fetch(ended.path("output").asText()).body());
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
    }

    @Test
    void anHourLaterTheOutputIsGone() throws Exception {
        var ended = caller.post(SUBMIT, body(), "Prefer", "wait").body();
        ahead.set(Duration.ofMinutes(61));

        var later = caller.get(get(ended)).body();

        assertThat(caller.fetch(ended.path("output").asText()).statusCode()).isEqualTo(403);
        assertThat(later.path("output").isNull()).isTrue();
        assertThat(later.path("data_removed").asBoolean()).isTrue();
        assertThat(later.path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void aPredictionCanBeCanceledAndIsNotBilled() throws Exception {
        caller.play("replicate", "slow");
        var created = caller.post(SUBMIT, body()).body();

        var canceled = caller.post(get(created) + "/cancel", Caller.JSON.createObjectNode());
        ahead.set(Duration.ofMinutes(1));

        assertThat(canceled.body().path("status").asText()).isEqualTo("canceled");
        assertThat(caller.get(get(created)).body().path("status").asText()).isEqualTo("canceled");
        assertThat(caller.journal("replicate", "run")).isEmpty();
        assertThat(caller.journal("replicate", "submit")).hasSize(1);
    }

    @Test
    void everyInputThatIsWrongIsNamed() throws Exception {
        var body = body();
        ((ObjectNode) body.path("input")).put("output_format", "jpeg").put("seed", 3);

        var told = caller.post(SUBMIT, body);
        var extra = caller.post(SUBMIT, body().put("model", "x"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body().path("invalid_fields").findValuesAsText("field"))
                .containsExactlyInAnyOrder("input.output_format", "input.seed");
        assertThat(told.body().path("detail").asText()).contains("- input.output_format: ");
        assertThat(extra.body().at("/invalid_fields/0/type").asText())
                .isEqualTo("additional_property_not_allowed");
        assertThat(caller.post(SUBMIT, body(), "Authorization", "Key x").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429",
        "no-credits, 429",
        "no-credit, 402",
        "unavailable, 503",
        "invalid, 422",
        "unauthorized, 401",
        "error-html, 500",
        "html-ok, 200"
    })
    void aRefusalHasItsStatusAndNothingIsTaken(String scenario, int status) throws Exception {
        caller.play("replicate", scenario);

        var told = caller.post(SUBMIT, body());

        assertThat(told.status()).isEqualTo(status);
        if (scenario.equals("rate-limited")) {
            assertThat(told.body().path("retry_after").asInt()).isEqualTo(3);
            assertThat(told.body().path("detail").asText()).contains("~3s");
        }
        assertThat(caller.journal("replicate", "submit")).isEmpty();
    }

    @Test
    void aFailureIsToldInWordsWithACode() throws Exception {
        assertThat(ended("moderated").path("error").asText()).contains("(E005)");
        assertThat(ended("failed").path("error").asText()).contains("(E003)");
        assertThat(ended("canceled").path("status").asText()).isEqualTo("canceled");
        assertThat(caller.journal("replicate", "run")).isEmpty();
    }

    @Test
    void outputsAreSpoiltAsTheScenarioSays() throws Exception {
        assertThat(ended("empty-output").path("output").isNull()).isTrue();
        assertThat(ended("other-shape").path("output").isArray()).isTrue();
        assertThat(caller.fetch(ended("expired-output").path("output").asText()).statusCode())
                .isEqualTo(403);
        assertThat(ended("substituted-model").path("resolution").asText()).isEqualTo("fallback");
    }

    @Test
    void readsFailAsTheScenarioSays() throws Exception {
        caller.play("replicate", "poll-unavailable");
        var created = caller.post(SUBMIT, body()).body();
        assertThat(caller.get(get(created)).status()).isEqualTo(503);
        assertThat(caller.get(get(created)).status()).isEqualTo(503);
        assertThat(caller.get(get(created)).status()).isEqualTo(200);

        caller.play("replicate", "run-lost");
        var lost = caller.post(SUBMIT, body(), "Prefer", "wait").body();
        assertThat(lost.path("status").asText()).isEqualTo("starting");
        assertThat(caller.get(get(lost)).status()).isEqualTo(404);
        while (caller.journal("replicate", "run").size() < 2) {
            Thread.sleep(20);
        }
    }

    @Test
    void anAnswerThatIsLostOrCutWasCarriedOut() throws Exception {
        caller.play("replicate", "reset");
        assertThatThrownBy(() -> caller.post(SUBMIT, body())).isInstanceOf(IOException.class);
        caller.play("replicate", "bad-gateway-html");
        assertThat(caller.post(SUBMIT, body()).status()).isEqualTo(502);

        assertThat(caller.journal("replicate", "submit")).hasSize(2);
    }

    private JsonNode ended(String scenario) throws Exception {
        caller.play("replicate", scenario);
        return caller.post(SUBMIT, body(), "Prefer", "wait=20").body();
    }

    private JsonNode await(JsonNode created) throws Exception {
        return caller.await(get(created));
    }

    private static String get(JsonNode created) {
        return "/replicate/v1/predictions/" + created.path("id").asText();
    }

    private static ObjectNode body() {
        var body = Caller.JSON.createObjectNode();
        body.putObject("input").put("prompt", "a red bicycle").put("resolution", "1K");
        return body;
    }
}
