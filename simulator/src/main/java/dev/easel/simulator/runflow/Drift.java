package dev.easel.simulator.runflow;

import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How far Runflow has drifted without a word: the shape of all outputs, and what the catalogue
/// says the inputs of a model are called.
///
/// A name that changes does so in the catalogue alone: that is all that a watch of it can see.
public final class Drift {

    private static final String MODELS = "/simulator/models/";

    private final Map<String, Map<String, String>> names = new ConcurrentHashMap<>();
    private volatile Model.@Nullable Shape shape;

    Model.Shape shape(Model model) {
        var all = shape;
        return all == null ? model.shape() : all;
    }

    /// The catalogue as it is published now.
    Reply catalogue() {
        return Models.list(id -> names.getOrDefault(id, Map.of()));
    }

    /// Answers the routes under `/simulator` that are about Runflow alone; empty for all others.
    public Optional<Reply> handle(Request request) throws IOException {
        var route = request.method() + " " + request.path();
        if (route.equals("GET /simulator/shape")) {
            return Optional.of(state());
        }
        if (route.equals("PUT /simulator/shape")) {
            return Optional.of(setShape(request));
        }
        return route.startsWith("PUT " + MODELS) ? Optional.of(rename(request)) : Optional.empty();
    }

    private Reply state() {
        var all = shape;
        return Reply.json(200, Json.object().put("shape", all == null ? null : all.wire()));
    }

    /// `{"shape": "images"}`, or null for each model's own.
    private Reply setShape(Request request) throws IOException {
        var body = Json.read(request.body()).orElseGet(Json::object);
        var named = Model.Shape.named(body.path("shape").asText());
        if (named.isEmpty() && !body.path("shape").isNull()) {
            return problem("no such shape");
        }
        shape = named.orElse(null);
        return state();
    }

    /// `{"rename": {"aspect_ratio": "ratio"}}`; an empty one takes everything back.
    private Reply rename(Request request) throws IOException {
        var id = request.path().substring(MODELS.length());
        var body = Json.read(request.body()).orElseGet(Json::object);
        if (Models.find(id).isEmpty() || !body.path("rename").isObject()) {
            return problem("no such model, or nothing to rename");
        }
        var renamed = new HashMap<String, String>();
        body.path("rename")
                .properties()
                .forEach(entry -> renamed.put(entry.getKey(), entry.getValue().asText()));
        names.put(id, Map.copyOf(renamed));
        return catalogue();
    }

    private static Reply problem(String message) {
        return Reply.json(400, Json.object().put("message", message));
    }
}
