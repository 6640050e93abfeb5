package dev.easel.simulator.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import java.time.Duration;
import java.time.Instant;

/// Writes a prediction. What went in and what came out is forgotten an hour after its end.
final class Prediction {

    static final Duration LIFE = Duration.ofHours(1);

    private final Shop shop;

    Prediction(Shop shop) {
        this.shop = shop;
    }

    ObjectNode of(Job job, JsonNode input) {
        var now = shop.chance().clock().instant();
        var outcome = job.outcome().orElse(null);
        boolean removed = outcome != null && now.isAfter(outcome.at().plus(LIFE));
        var body = Json.object().put("id", job.id).put("model", job.order.model());
        body.put("version", "hidden");
        body.set("input", removed ? Json.object() : input);
        body.put("logs", "").putNull("output").put("data_removed", removed).putNull("error");
        body.put("status", status(job, now)).put("source", "api");
        body.put("created_at", job.timeline.created().toString());
        if (!now.isBefore(job.timeline.running())) {
            body.put("started_at", job.timeline.running().toString());
        }
        if (outcome != null) {
            end(body, job, outcome, removed);
        }
        var at = shop.uri() + "/replicate/v1/predictions/" + job.id;
        body.putObject("urls").put("get", at).put("cancel", at + "/cancel").put("web", at);
        return body;
    }

    private static String status(Job job, Instant now) {
        return switch (job.outcome().orElse(null)) {
            case Outcome.Made _ -> "succeeded";
            case Outcome.Unreadable _, Outcome.Failed _ -> "failed";
            case Outcome.Canceled _ -> "canceled";
            case null -> {
                boolean running = job.timeline.status(now).equals("running");
                boolean odd = running && job.scenario == Scenario.UNKNOWN_STATUS;
                yield odd ? "booting" : running ? "processing" : "starting";
            }
        };
    }

    private void end(ObjectNode body, Job job, Outcome outcome, boolean removed) {
        var took = Duration.between(job.timeline.created(), outcome.at());
        body.put("completed_at", outcome.at().toString());
        var metrics = body.putObject("metrics").put("predict_time", took.toMillis() / 1000.0);
        switch (outcome) {
            case Outcome.Made made -> {
                if (!removed) {
                    output(body, job, made);
                }
                if (job.scenario == Scenario.SUBSTITUTED_MODEL) {
                    // Documented for the record of the output without a word of where in it.
                    metrics.put("resolution", "fallback");
                    body.put("resolution", "fallback");
                }
            }
            case Outcome.Unreadable unreadable -> body.put("error", unreadable.why());
            case Outcome.Failed _ -> body.put("error", error(job.scenario));
            case Outcome.Canceled _ -> {}
        }
    }

    private void output(ObjectNode body, Job job, Outcome.Made made) {
        var urls =
                made.pictures().stream()
                        .map(kept -> shop.url(job, kept, made.at(), LIFE).toString())
                        .toList();
        if (job.scenario == Scenario.OTHER_SHAPE) {
            var list = body.putArray("output");
            urls.forEach(list::add);
        } else if (!urls.isEmpty()) {
            body.put("output", urls.getFirst());
        }
    }

    private static String error(Scenario scenario) {
        return switch (scenario) {
            case MODERATED ->
                    "The input or output was flagged as sensitive. Please try again with different"
                            + " inputs. (E005) (b2c1f)";
            case FAILED ->
                    "Service is currently unavailable due to high demand. Please try again later."
                            + " (E003) (9d0aa)";
            default -> "Prediction interrupted; please retry (code: PA)";
        };
    }
}
