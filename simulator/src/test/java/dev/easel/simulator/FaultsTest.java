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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;

/// The faults that leave a caller in doubt: what was done and what was told are not the same.
@Timeout(60)
class FaultsTest {

    private static final String REMOVAL = "/v1/models/runflow/object-removal/runs";
    private static final String OURS = "/v1/runs?q=client_ref.EQ:%27ours%27";
    private static final Duration SLOW_EVALUATION = Duration.ofMinutes(1);

    @TempDir Path folder;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Simulator simulator;
    private Caller caller;
    private HttpClient http;

    @BeforeEach
    void start() {
        var options =
                new SimulatorOptions(0, folder, Pace.INSTANT, 1)
                        .withSlowEvaluation(SLOW_EVALUATION);
        simulator = Simulator.start(options, () -> Instant.now().plus(ahead.get()));
        caller = new Caller(simulator);
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        caller.close();
        simulator.close();
    }

    @Test
    void aLimitIsToldInSecondsAsADateAsAResetOrNotAtAll() throws Exception {
        var seconds = submit("rate-limited-seconds").headers();
        var date = submit("rate-limited-date").headers();
        var reset = submit("rate-limited-reset").headers();
        var none = submit("rate-limited").headers();

        assertThat(seconds.firstValue("Retry-After")).contains("3");
        assertThat(
                        ZonedDateTime.parse(
                                        date.firstValue("Retry-After").orElseThrow(),
                                        DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                .isBetween(Instant.now(), Instant.now().plusSeconds(4));
        assertThat(reset.firstValueAsLong("X-RateLimit-Reset").orElseThrow())
                .isBetween(Instant.now().getEpochSecond(), Instant.now().getEpochSecond() + 4);
        assertThat(none.map()).doesNotContainKeys("retry-after", "x-ratelimit-reset");
        assertThat(caller.get("/v1/runs").body().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate-limited-seconds", "rate-limited-date", "rate-limited-reset"})
    void aLimitThatIsQueuedPassesByItself(String scenario) throws Exception {
        caller.put("/simulator/scenario", "{\"scenario\":\"" + scenario + "\",\"times\":2}");

        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(429);
        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(429);
        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(201);
    }

    @Test
    void aPageInPlaceOfAnAnswerHidesThatNothingWasDone() throws Exception {
        var page = submit("html-ok");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(caller.get(OURS).body().path("items")).isEmpty();
        assertThat(caller.post(REMOVAL, body(), "Idempotency-Key", "k").status()).isEqualTo(201);
    }

    @Test
    void aBadGatewayHidesThatTheRunWasTaken() throws Exception {
        var page = submit("bad-gateway-html");

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<h1>502");
        assertTakenOnceUnderItsKey();
    }

    @Test
    void anAnswerThatIsCutIsNoJsonAndTheRunWasTaken() throws Exception {
        var cut = submit("bad-json");

        assertThat(cut.statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> Caller.JSON.readTree(cut.body())).isInstanceOf(IOException.class);
        assertTakenOnceUnderItsKey();
    }

    @Test
    void anAnswerThatDripsIsNotThereInTimeAndTheRunWasTaken() throws Exception {
        var headers = http.send(request("drip"), HttpResponse.BodyHandlers.ofInputStream());

        try (var body = headers.body()) {
            assertThat(body.read()).isEqualTo('{');
            var began = Instant.now();
            assertThat(body.read()).isEqualTo('"');
            assertThat(Duration.between(began, Instant.now())).isBetween(millis(500), millis(5000));
        }
        assertTakenOnceUnderItsKey();
    }

    @Test
    void aRunWithoutAnIdIsFoundByOurReferenceAlone() throws Exception {
        var told = Caller.JSON.readTree(submit("no-id").body());

        assertThat(told.has("id")).isFalse();
        assertThat(told.path("status_code").asText()).isEqualTo("queued");
        assertThat(caller.get(OURS).body().at("/items/0/id").asText()).isNotEmpty();
    }

    @Test
    void aRunThatIsLostAnswers404AndIsBilledAllTheSame() throws Exception {
        var id = Caller.JSON.readTree(submit("run-lost").body()).path("id").asText();

        assertThat(caller.get("/v1/runs/" + id).status()).isEqualTo(404);
        assertThat(caller.get(OURS).body().path("items")).isEmpty();
        while (caller.get("/simulator/journal?kind=run").body().isEmpty()) {
            Thread.sleep(20);
        }
        assertThat(caller.get("/simulator/journal?kind=run").body().at("/0/client_ref").asText())
                .isEqualTo("ours");
    }

    @Test
    void aReadThatHangsDoesSoTwice() throws Exception {
        var id = Caller.JSON.readTree(submit("poll-hang").body()).path("id").asText();
        var read =
                HttpRequest.newBuilder(simulator.uri().resolve("/v1/runs/" + id))
                        .header("Authorization", "Bearer rf_test_1")
                        .timeout(millis(300))
                        .build();

        for (int n = 0; n < 2; n++) {
            assertThatThrownBy(() -> http.send(read, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);
        }
        assertThat(caller.await("/v1/runs/" + id).path("status_code").asText())
                .isEqualTo("succeeded");
    }

    @Test
    void aRunIsFoundByOurReferenceWhileItRunsAndAfterItsEnd() throws Exception {
        caller.post(REMOVAL, body(), "Simulate", "slow");
        assertThat(caller.get(OURS).body().at("/items/0/status_code").asText())
                .isIn("queued", "dispatching", "running");

        ahead.set(Duration.ofMinutes(1));
        caller.await("/v1/runs/" + caller.get(OURS).body().at("/items/0/id").asText());

        var found = caller.get(OURS).body().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/status_code").asText()).isEqualTo("succeeded");
        assertThat(found.at("/0/output/outputs")).hasSize(1);
    }

    @Test
    void aListThatLagsShowsARunAfterTwoSeconds() throws Exception {
        caller.put("/simulator/scenario", "{\"scenario\":\"list-lag\"}");
        caller.post(REMOVAL, body());

        assertThat(caller.get(OURS).body().path("items")).isEmpty();

        ahead.set(Duration.ofSeconds(3));
        assertThat(caller.get(OURS).body().path("items")).hasSize(1);
    }

    @Test
    void aListThatIsUnavailableTakesNoOtherRequestsTurn() throws Exception {
        caller.put("/simulator/scenario", "{\"scenario\":\"list-unavailable\",\"times\":1}");
        caller.put("/simulator/scenario", "{\"scenario\":\"unavailable\",\"times\":1}");

        assertThat(caller.get(OURS).status()).isEqualTo(503);
        assertThat(caller.get(OURS).status()).isEqualTo(200);
        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(503);
        assertThat(caller.post(REMOVAL, body()).status()).isEqualTo(201);
    }

    @Test
    void keysThatAreIgnoredProtectNobody() throws Exception {
        assertThat(caller.put("/simulator/keys", "{\"honoured\":false}").status()).isEqualTo(200);
        caller.post(REMOVAL, body(), "Idempotency-Key", "k");
        caller.post(REMOVAL, body(), "Idempotency-Key", "k");
        assertThat(caller.get(OURS).body().path("items")).hasSize(2);

        caller.put("/simulator/keys", "{\"honoured\":true}");
        caller.post(REMOVAL, body(), "Idempotency-Key", "k");
        caller.post(REMOVAL, body(), "Idempotency-Key", "k");

        assertThat(caller.get(OURS).body().path("items")).hasSize(3);
        assertThat(caller.put("/simulator/keys", "{}").status()).isEqualTo(400);
    }

    @Test
    void keysCanBeIgnoredFromTheStart() throws Exception {
        var options =
                new SimulatorOptions(0, folder.resolve("other"), Pace.INSTANT, 1)
                        .withKeysHonoured(false);
        try (var other = Simulator.start(options);
                var another = new Caller(other)) {
            another.post(REMOVAL, body(), "Idempotency-Key", "k");
            another.post(REMOVAL, body(), "Idempotency-Key", "k");

            assertThat(another.get(OURS).body().path("items")).hasSize(2);
        }
    }

    @Test
    void anEvaluationIsRefusedTwiceForEachReference() throws Exception {
        caller.put("/simulator/scenario", "{\"scenario\":\"evaluation-unavailable\"}");

        assertThat(caller.post("/v1/evaluations", evaluation("a")).status()).isEqualTo(503);
        assertThat(caller.post("/v1/evaluations", evaluation("b")).status()).isEqualTo(503);
        assertThat(caller.post("/v1/evaluations", evaluation("a")).status()).isEqualTo(503);
        assertThat(caller.post("/v1/evaluations", evaluation("a")).status()).isEqualTo(202);
    }

    @Test
    void aSlowEvaluationTakesAsLongAsTheOptionsSay() throws Exception {
        var created =
                caller.post("/v1/evaluations", evaluation("a"), "Simulate", "evaluation-slow");
        var path = "/v1/evaluations/" + created.body().path("id").asText();

        ahead.set(SLOW_EVALUATION.minusSeconds(20));
        assertThat(caller.get(path).body().path("completed_at").isNull()).isTrue();

        ahead.set(SLOW_EVALUATION);
        assertThat(caller.await(path).path("status_code").asText()).isEqualTo("completed");
    }

    /// What the caller could not hear is heard under the same key, without a second run.
    private void assertTakenOnceUnderItsKey() throws Exception {
        var again = caller.post(REMOVAL, body(), "Idempotency-Key", "k");

        assertThat(again.status()).isEqualTo(201);
        var found = caller.get(OURS).body().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id")).isEqualTo(again.body().path("id"));
    }

    private HttpResponse<byte[]> submit(String scenario) throws Exception {
        return http.send(request(scenario), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String scenario) {
        return HttpRequest.newBuilder(simulator.uri().resolve(REMOVAL))
                .header("Authorization", "Bearer rf_test_1")
                .header("Idempotency-Key", "k")
                .header("Simulate", scenario)
                .POST(HttpRequest.BodyPublishers.ofString(body().toString()))
                .build();
    }

    private static ObjectNode body() {
        var body = Caller.JSON.createObjectNode().put("client_ref", "ours");
        body.set("input", Caller.input().put("mask_url", Caller.MASK));
        return body;
    }

    private static JsonNode evaluation(String reference) {
        return Caller.JSON
                .createObjectNode()
                .put("generated_image_url", Caller.PHOTO)
                .put("task_type", "text-to-image")
                .put("client_ref", reference);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
