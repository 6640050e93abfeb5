package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class ScenariosTest {

    private static final String REMOVAL = "/v1/models/runflow/object-removal/runs";

    @TempDir Path folder;

    /// As real time, until a test moves it.
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

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, RATE_LIMITED",
        "no-credit, 402, INSUFFICIENT_CREDIT",
        "no-credits, 402, INSUFFICIENT_CREDITS",
        "unavailable, 503, MODEL_UNAVAILABLE",
        "invalid, 422, VALIDATION_ERROR",
        "unauthorized, 401, UNAUTHORIZED",
        "permission-denied, 403, PERMISSION_DENIED",
        "zip-contract, 422, VALIDATION_ERROR"
    })
    void aRefusalHasItsStatusAndItsCode(String scenario, int status, String code) throws Exception {
        var told = caller.post(REMOVAL, body(), "Simulate", scenario);

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.body().path("code").asText()).isEqualTo(code);
    }

    @Test
    void errorsComeInOtherEnvelopesToo() throws Exception {
        assertThat(
                        caller.post(REMOVAL, body(), "Simulate", "invalid-detail")
                                .body()
                                .at("/detail/0/msg")
                                .asText())
                .isEqualTo("Field required");
        assertThat(
                        caller.post(REMOVAL, body(), "Simulate", "error-nested")
                                .body()
                                .at("/error/code")
                                .asText())
                .isEqualTo("UPSTREAM_ERROR");
        assertThat(caller.post(REMOVAL, body(), "Simulate", "error-html").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, INPUT_VALIDATION_FAILED",
        "failed-unknown, E_7731",
        "moderated, CONTENT_POLICY_VIOLATION"
    })
    void aRunThatFailsSaysWhyAndIsNotBilled(String scenario, String code) throws Exception {
        var run = caller.removal("Simulate", scenario);

        assertThat(run.path("status_code").asText()).isEqualTo("failed");
        assertThat(run.path("failure_code").asText()).isEqualTo(code);
        assertThat(caller.get("/simulator/journal?kind=run").body()).isEmpty();
    }

    @Test
    void outputsAreSpoiltAsTheScenarioSays() throws Exception {
        assertThat(caller.removal("Simulate", "empty-output").at("/output/outputs")).isEmpty();
        assertThat(type("octet-stream")).isEqualTo("application/octet-stream");
        assertThat(type("normal")).isEqualTo("image/png");
        assertThat(caller.fetch(url("jpeg-for-png")).body()).startsWith(0xFF, 0xD8);
        assertThat(caller.fetch(url("expired-output")).statusCode()).isEqualTo(403);
        assertThat(Caller.image(caller.fetch(url("wrong-size")).body()).getWidth()).isEqualTo(120);
        assertThat(caller.removal("Simulate", "other-shape").at("/output/image/url").asText())
                .startsWith("http");
    }

    @Test
    void aQueuedScenarioIsPlayedOnceAndWaitsForItsKindOfRequest() throws Exception {
        caller.put("/simulator/scenario", "{\"scenario\":\"evaluation-null\",\"times\":1}");
        caller.put("/simulator/scenario", "{\"scenario\":\"unchanged\",\"times\":1}");

        var unchanged = caller.evaluation(Caller.firstUrl(caller.removal()));
        var honest = caller.evaluation(Caller.firstUrl(caller.removal()));

        assertThat(unchanged.path("overall_passed").isNull()).isTrue();
        assertThat(unchanged.at("/judges/0/passed").asBoolean()).isFalse();
        assertThat(honest.path("overall_passed").asBoolean()).isTrue();
    }

    @Test
    void theSwitchStandsUntilChanged() throws Exception {
        simulator.scenario(Scenario.RATE_LIMITED);
        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(429);
        assertThat(caller.get("/simulator/scenario").body().path("scenario").asText())
                .isEqualTo("rate-limited");

        caller.put("/simulator/scenario", "{\"scenario\":\"normal\"}");

        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(201);
    }

    @Test
    void aResetLosesTheAnswerButNotTheRunAndItsKeyFindsItAgain() throws Exception {
        assertThatThrownBy(() ->
                        caller.post(REMOVAL, body(), "Simulate", "reset", "Idempotency-Key", "k"))
                .isInstanceOf(IOException.class);

        var again = caller.post(REMOVAL, body(), "Idempotency-Key", "k");

        assertThat(again.status()).isEqualTo(201);
        assertThat(caller.get("/v1/runs").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void aStuckRunStaysQueued() throws Exception {
        var id = caller.post(REMOVAL, body(), "Simulate", "stuck").body().path("id").asText();

        ahead.set(Duration.ofDays(1));

        assertThat(caller.get("/v1/runs/" + id).body().path("status_code").asText())
                .isEqualTo("queued");
    }

    private String type(String scenario) throws Exception {
        return caller.fetch(url(scenario)).headers().firstValue("Content-Type").orElse("");
    }

    private String url(String scenario) throws Exception {
        return Caller.firstUrl(caller.removal("Simulate", scenario));
    }

    private static JsonNode body() {
        var body = Caller.JSON.createObjectNode();
        body.set("input", Caller.input().put("mask_url", Caller.MASK));
        return body;
    }
}
