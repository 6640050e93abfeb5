package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;

/// `DELETE /v1/generations/{id}` as a caller sees it.
class CancelTest {

    private static final int LOOKS_MAX = 1000;

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @AfterEach
    void everythingWorksAgain() {
        simulate(Scenario.NORMAL);
    }

    @Test
    void whatRunsIsAskedToStopAndRestsAsCancelled() {
        simulate(Scenario.STUCK);
        var location = order();
        for (int i = 0; i < LOOKS_MAX && status(location).equals("queued"); i++) {
            Pause.briefly();
        }

        var asked = api.delete(location);

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(Api.json(asked).path("cancel_requested").asBoolean()).isTrue();
        assertThat(asked.headers().firstValue("retry-after")).isPresent();

        var rested = api.rest(location);
        assertThat(rested.path("status").asText()).isEqualTo("cancelled");
        assertThat(rested.at("/failure/class").asText()).isEqualTo("cancelled");
        assertThat(rested.at("/failure/billed").asText()).isEqualTo("unknown");
        assertThat(rested.at("/failure/detail").asText()).contains("may still be paid for");
        assertThat(rested.has("cancel_requested")).isFalse();

        assertThat(api.delete(location).statusCode()).as("asked again").isEqualTo(200);
    }

    @Test
    void whatHasEndedStaysAsItIs() {
        var location = order();
        api.rest(location);

        var refused = api.delete(location);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Api.json(refused).path("code").asText()).isEqualTo("already-ended");
        assertThat(api.rest(location).path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void whatIsNotThereCannotBeCancelled() {
        assertThat(api.delete("/v1/generations/gen_" + "7".repeat(26)).statusCode()).isEqualTo(404);
        assertThat(api.delete("/v1/generations/not-ours").statusCode()).isEqualTo(404);
    }

    private String status(String location) {
        return Api.json(api.get(location)).path("status").asText();
    }

    private String order() {
        var accepted =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"create\",\"prompt\":\"a boat in the fog\"}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        return accepted.headers().firstValue("location").orElseThrow();
    }

    private void simulate(Scenario scenario) {
        var put =
                HttpRequest.newBuilder(stack.simulator().resolve("/simulator/scenario"))
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"scenario\":\"" + scenario.wire() + "\"}"))
                        .build();
        assertThat(api.send(put).statusCode()).isEqualTo(200);
    }
}
