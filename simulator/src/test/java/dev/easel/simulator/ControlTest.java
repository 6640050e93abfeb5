package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The switch, where there is more than one provider.
@Timeout(60)
class ControlTest {

    private static final String REMOVAL = "/v1/models/runflow/object-removal/runs";
    private static final String TOGETHER = "/together/v1/images/generations";

    @TempDir Path folder;
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = Simulator.start(new SimulatorOptions(0, folder, Pace.INSTANT, 1));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void aScenarioStandsForOneProviderOrForAll() throws Exception {
        caller.play("together", "unavailable");
        assertThat(together()).isEqualTo(503);
        assertThat(removal()).isEqualTo(201);
        assertThat(caller.get("/simulator/scenario").body().at("/providers/together").asText())
                .isEqualTo("unavailable");

        simulator.scenario(Scenario.NO_CREDIT);
        assertThat(together()).isEqualTo(402);
        assertThat(removal()).isEqualTo(402);

        caller.play("together", "normal");
        assertThat(together()).isEqualTo(200);
        assertThat(removal()).isEqualTo(402);

        simulator.scenario(Scenario.NORMAL);
        assertThat(removal()).isEqualTo(201);
    }

    @Test
    void whoDoesNotKnowAScenarioIsPassedByIt() throws Exception {
        simulator.scenario(Scenario.INVALID_DETAIL);
        assertThat(together()).isEqualTo(200);
        assertThat(removal()).isEqualTo(422);

        caller.put("/simulator/scenario", "{\"scenario\":\"normal\"}");
        caller.put("/simulator/scenario", "{\"scenario\":\"error-nested\",\"times\":1}");
        assertThat(together()).isEqualTo(200);
        assertThat(removal()).isEqualTo(502);
        assertThat(removal()).isEqualTo(201);
    }

    @Test
    void aQueuedScenarioWaitsForItsProvider() throws Exception {
        caller.put(
                "/simulator/scenario",
                "{\"scenario\":\"rate-limited\",\"times\":1,\"provider\":\"together\"}");

        assertThat(removal()).isEqualTo(201);
        assertThat(together()).isEqualTo(429);
        assertThat(together()).isEqualTo(200);
    }

    @Test
    void whatNobodyCanPlayIsRefused() throws Exception {
        var unknown = "{\"scenario\":\"list-lag\",\"provider\":\"google\"}";

        assertThat(caller.put("/simulator/scenario", unknown).status()).isEqualTo(400);
        assertThat(caller.put("/simulator/scenario", "{\"scenario\":\"odd\"}").status())
                .isEqualTo(400);
        assertThat(caller.put("/simulator/scenario", "no json").status()).isEqualTo(400);
    }

    @Test
    void theJournalCountsEverySubmitThatWasCarriedOutAndNoOther() throws Exception {
        var key = new String[] {"Idempotency-Key", "k"};
        caller.post(REMOVAL, body(), key);
        caller.post(REMOVAL, body(), key);
        caller.post(REMOVAL, body(), "Simulate", "failed");
        caller.post(REMOVAL, body(), "Simulate", "rate-limited");
        caller.post(REMOVAL, body(), "Simulate", "bad-gateway-html");

        assertThat(caller.journal("runflow", "submit")).hasSize(3);
        assertThat(caller.journal("google", "submit")).isEmpty();
        assertThat(caller.get("/simulator/journal").body().at("/0/provider").asText())
                .isEqualTo("runflow");
    }

    @Test
    void aCallThatIsHeldOpenEndsEvenIfTheClockStandsStill() throws Exception {
        var now = Instant.now();
        try (var still =
                        Simulator.start(
                                new SimulatorOptions(0, folder.resolve("still"), Pace.INSTANT, 1),
                                () -> now);
                var another = new Caller(still)) {
            var began = System.nanoTime();
            assertThat(another.post(TOGETHER, words()).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThan(Duration.ofMillis(90));
            assertThat(still.isIdle()).isTrue();
        }
    }

    private int together() throws Exception {
        return caller.post(TOGETHER, words()).status();
    }

    private int removal() throws Exception {
        return caller.post(REMOVAL, body()).status();
    }

    private static ObjectNode words() {
        return Caller.JSON
                .createObjectNode()
                .put("model", "google/flash-image-3.1")
                .put("prompt", "a boat");
    }

    private static ObjectNode body() {
        var body = Caller.JSON.createObjectNode();
        body.set("input", Caller.input().put("mask_url", Caller.MASK));
        return body;
    }
}
