package dev.easel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.runflow.Drift;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Scenarios;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// The routes under `/simulator`, which no provider has: the switch, and what was billed.
final class Control {

    private final Scenarios scenarios;
    private final Journal journal;
    private final List<Repertoire> repertoires;
    private final Drift drift;

    Control(Scenarios scenarios, Journal journal, List<Repertoire> repertoires, Drift drift) {
        this.drift = drift;
        this.scenarios = scenarios;
        this.journal = journal;
        this.repertoires = List.copyOf(repertoires);
    }

    Reply handle(Request request) throws IOException {
        return switch (request.method() + " " + request.path()) {
            case "GET /simulator/scenario" -> state();
            case "PUT /simulator/scenario" -> set(request);
            case "GET /simulator/keys" -> keys();
            case "PUT /simulator/keys" -> setKeys(request);
            case "GET /simulator/journal" -> journal(request);
            default -> drift.handle(request).orElseGet(() -> problem(404, "no such route"));
        };
    }

    /// All of it, or what `provider` and `kind` leave of it.
    private Reply journal(Request request) {
        return Reply.json(
                200,
                journal.entries(
                        entry -> has(request, entry, "provider") && has(request, entry, "kind")));
    }

    private static boolean has(Request request, JsonNode entry, String member) {
        return request.parameter(member)
                .map(wanted -> wanted.equals(Json.text(entry, member)))
                .orElse(true);
    }

    private Reply state() {
        var body =
                Json.object()
                        .put("scenario", scenarios.standing().wire())
                        .put("queued", scenarios.queued());
        var own = body.putObject("providers");
        scenarios.own().forEach((provider, scenario) -> own.put(provider, scenario.wire()));
        var names = body.putArray("scenarios");
        for (var scenario : Scenario.values()) {
            names.add(scenario.wire());
        }
        return Reply.json(200, body);
    }

    /// With `times` the scenario is queued for so many requests; without, it stands until changed.
    /// With `provider` it is for that one alone; without, for all that know it.
    private Reply set(Request request) throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (body == null) {
            return problem(400, "not JSON");
        }
        var scenario = Scenario.named(body.path("scenario").asText()).orElse(null);
        if (scenario == null) {
            return problem(400, "no such scenario");
        }
        var provider = Json.text(body, "provider");
        if (scenario == Scenario.EVERYDAY && body.has("times")) {
            return problem(400, "a day can only stand");
        }
        if (provider != null && !isPlayedBy(provider, scenario)) {
            return problem(400, "no such provider, or it cannot play this");
        }
        play(scenario, provider, body);
        return state();
    }

    private void play(Scenario scenario, @Nullable String provider, ObjectNode body) {
        if (body.has("times")) {
            scenarios.queue(scenario, body.path("times").asInt(), provider);
        } else if (provider == null) {
            scenarios.stand(scenario);
        } else {
            scenarios.stand(scenario, provider);
        }
    }

    private boolean isPlayedBy(String provider, Scenario scenario) {
        return repertoires.stream()
                .anyMatch(one -> one.provider().equals(provider) && one.knows(scenario));
    }

    private Reply keys() {
        return Reply.json(200, Json.object().put("honoured", scenarios.honoursKeys()));
    }

    /// `{"honoured": false}`: from now on a key protects nobody, not even if it was used before.
    private Reply setKeys(Request request) throws IOException {
        var body = Json.read(request.body()).orElseGet(Json::object);
        var honoured = body.path("honoured");
        if (!honoured.isBoolean()) {
            return problem(400, "honoured must be true or false");
        }
        scenarios.honourKeys(honoured.booleanValue());
        return keys();
    }

    private static Reply problem(int status, String message) {
        return Reply.json(status, Json.object().put("message", message));
    }
}
