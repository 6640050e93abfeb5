package dev.easel.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;

/// The routes under `/simulator`, which no provider has: the switch, and what was billed.
final class Control {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scenarios scenarios;
    private final Journal journal;

    Control(Scenarios scenarios, Journal journal) {
        this.scenarios = scenarios;
        this.journal = journal;
    }

    Reply handle(Request request) throws IOException {
        return switch (request.method() + " " + request.path()) {
            case "GET /simulator/scenario" -> state();
            case "PUT /simulator/scenario" -> set(request);
            case "GET /simulator/keys" -> keys();
            case "PUT /simulator/keys" -> setKeys(request);
            case "GET /simulator/journal" -> Reply.json(200, journal.entries());
            default -> problem(404, "no such route");
        };
    }

    private Reply state() {
        var body =
                JSON.createObjectNode()
                        .put("scenario", scenarios.standing().wire())
                        .put("queued", scenarios.queued());
        var names = body.putArray("scenarios");
        for (var scenario : Scenario.values()) {
            names.add(scenario.wire());
        }
        return Reply.json(200, body);
    }

    /// With `times` the scenario is queued for so many requests; without, it stands until changed.
    private Reply set(Request request) throws IOException {
        try {
            var body = JSON.readTree(request.body().bytes());
            var scenario = Scenario.named(body.path("scenario").asText()).orElse(null);
            if (scenario == null) {
                return problem(400, "no such scenario");
            }
            if (body.has("times")) {
                scenarios.queue(scenario, body.path("times").asInt());
            } else {
                scenarios.stand(scenario);
            }
            return state();
        } catch (JsonProcessingException e) {
            return problem(400, "not JSON");
        }
    }

    private Reply keys() {
        return Reply.json(200, JSON.createObjectNode().put("honoured", scenarios.honoursKeys()));
    }

    /// `{"honoured": false}`: from now on a key protects nobody, not even if it was used before.
    private Reply setKeys(Request request) throws IOException {
        try {
            var honoured = JSON.readTree(request.body().bytes()).path("honoured");
            if (!honoured.isBoolean()) {
                return problem(400, "honoured must be true or false");
            }
            scenarios.honourKeys(honoured.booleanValue());
            return keys();
        } catch (JsonProcessingException e) {
            return problem(400, "not JSON");
        }
    }

    private static Reply problem(int status, String message) {
        return Reply.json(status, JSON.createObjectNode().put("message", message));
    }
}
