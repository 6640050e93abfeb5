package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.local.Api;
import dev.easel.simulator.script.Scenario;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/// What a simulator is told from outside, and what it says of what it did.
public final class SimulatorControl {

    private final Api api;
    private final URI base;

    public SimulatorControl(URI base) {
        this.api = new Api(base);
        this.base = base;
    }

    /// So many times at this provider. False if it does not know how to.
    public boolean play(Scenario scenario, String provider, int times) {
        int status =
                put(
                        "/simulator/scenario",
                        "{\"scenario\":\"%s\",\"provider\":\"%s\",\"times\":%d}"
                                .formatted(scenario.wire(), provider, times));
        assertThat(status).isIn(200, 400);
        return status == 200;
    }

    /// Everywhere, until changed.
    public void stand(Scenario scenario) {
        assertThat(put("/simulator/scenario", "{\"scenario\":\"%s\"}".formatted(scenario.wire())))
                .isEqualTo(200);
    }

    /// The shape of all outputs, or `null` for each model's own.
    public void shape(String json) {
        assertThat(put("/simulator/shape", "{\"shape\":" + json + "}")).isEqualTo(200);
    }

    /// Everything that this provider wrote down, the oldest first.
    public List<JsonNode> journal(String provider) {
        return Api.json(api.get("/simulator/journal?provider=" + provider)).valueStream().toList();
    }

    private int put(String path, String body) {
        var put =
                HttpRequest.newBuilder(base.resolve(path))
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        return api.send(put).statusCode();
    }
}
