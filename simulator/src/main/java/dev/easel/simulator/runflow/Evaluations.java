package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Chance;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Shelf;
import dev.easel.simulator.job.Timeline;
import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.judge.Opinion;
import dev.easel.simulator.judge.Panel;
import dev.easel.simulator.runflow.Errors.Wrong;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// The evaluations: submitted, read, and billed when they complete.
final class Evaluations {

    private static final int REFERENCES_MAX = 4;

    /// How often an evaluation is refused before it is taken, where it is to be refused.
    private static final int REFUSALS = 2;

    private final Shelf<Evaluation> shelf = new Shelf<>();
    private final Panel panel;
    private final Executor threads;
    private final Journal journal;
    private final Tempo tempo;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final RandomGenerator random;

    /// How long evaluations take: usually, and where they are to be slow.
    record Tempo(Pace pace, Duration slow) {}

    Evaluations(Panel panel, Executor threads, Journal journal, Tempo tempo, Chance chance) {
        this.panel = panel;
        this.threads = threads;
        this.journal = journal;
        this.tempo = tempo;
        this.clock = chance.clock();
        this.random = chance.random();
    }

    /// 202 with the whole record, or 422.
    Reply create(Request request, Scenario scenario) throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (body == null) {
            return Errors.invalid(
                    List.of(new Wrong("body", "JSON object expected", "json_invalid")));
        }
        var wrongs = check(body);
        if (!wrongs.isEmpty()) {
            return Errors.invalid(wrongs);
        }
        if (scenario == Scenario.EVALUATION_UNAVAILABLE && isRefused(body)) {
            return Errors.tryAgain();
        }
        var now = clock.instant();
        var id = Ids.timed(now, random);
        var evaluation =
                new Evaluation(id, body, scenario, timeline(scenario), opinion(body, scenario));
        shelf.put(id, evaluation);
        return Reply.json(202, EvaluationRecord.of(evaluation, now, Set.of()));
    }

    /// Twice for each reference, which stands for one caller who tries again.
    private boolean isRefused(ObjectNode body) {
        return refusals.merge(Json.text(body, "client_ref", ""), 1, Integer::sum) <= REFUSALS;
    }

    private static List<Wrong> check(ObjectNode body) {
        var wrongs = new ArrayList<Wrong>();
        for (var required : List.of("generated_image_url", "task_type")) {
            if (Json.text(body, required, "").isBlank()) {
                wrongs.add(new Wrong(required, "Field required", "missing"));
            }
        }
        if (body.path("reference_images").size() > REFERENCES_MAX) {
            wrongs.add(new Wrong("reference_images", "must have at most 4 items", "too_long"));
        }
        for (var image : body.path("reference_images")) {
            if (Json.text(image, "url", "").isBlank()) {
                wrongs.add(new Wrong("reference_images.url", "Field required", "missing"));
            }
        }
        return wrongs;
    }

    private CompletableFuture<Opinion> opinion(ObjectNode body, Scenario scenario) {
        // The values of failure_code are documented nowhere; all of ours are our choice.
        return scenario == Scenario.EVALUATION_FAILED
                ? CompletableFuture.completedFuture(new Opinion.Refused("EVALUATION_ERROR"))
                : CompletableFuture.supplyAsync(() -> panel.look(body), threads);
    }

    private Timeline timeline(Scenario scenario) {
        var now = clock.instant();
        return switch (scenario) {
            case EVALUATION_NEVER -> Timeline.stuck(now);
            case EVALUATION_SLOW -> Timeline.of(now, tempo.slow());
            default -> Timeline.of(now, tempo.pace().evaluation(random));
        };
    }

    Reply read(String id, Request request) {
        settle();
        var embeds = Set.copyOf(List.of(request.parameter("embed").orElse("").split(",", -1)));
        return shelf.find(id)
                .<Reply>map(found ->
                        Reply.json(200, EvaluationRecord.of(found, clock.instant(), embeds)))
                .orElseGet(() -> Errors.error(404, "EVALUATION_NOT_FOUND", "No such evaluation"));
    }

    static Reply statuses() {
        return Reply.json(
                200, Json.array().add("pending").add("running").add("completed").add("failed"));
    }

    static Reply jobClasses() {
        var body = Json.object();
        body.putArray("items")
                .addObject()
                .put("code", "standard")
                .put("price", Evaluation.COST)
                .put("is_active", true);
        return Reply.json(200, body);
    }

    boolean isIdle() {
        return shelf.newestFirst().stream().allMatch(evaluation -> evaluation.work.isDone());
    }

    /// Ends what is due, and bills what completed.
    synchronized void settle() {
        var now = clock.instant();
        for (var evaluation : shelf.newestFirst()) {
            if (evaluation.settle(now)
                    && evaluation.opinion().orElse(null) instanceof Opinion.Given) {
                journal.write(
                        Json.object()
                                .put("time", Json.time(now))
                                .put("kind", "evaluation")
                                .put("provider", Runflow.ID)
                                .put("id", evaluation.id)
                                .put("model", Json.text(evaluation.order, "task_type"))
                                .put("client_ref", Json.text(evaluation.order, "client_ref"))
                                .put("cost", Evaluation.COST));
            }
        }
    }
}
