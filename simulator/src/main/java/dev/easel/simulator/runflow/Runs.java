package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Shelf;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.job.Timeline;
import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.runflow.Errors.Wrong;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The runs: taken on, read, listed, and billed when they succeed.
final class Runs {

    private static final List<String> STATUSES =
            List.of(
                    "queued",
                    "dispatching",
                    "running",
                    "succeeded",
                    "failed",
                    "canceled",
                    "partial_succeeded");

    /// How often a read of a run fails before it succeeds, where it is to fail.
    private static final int FAILED_READS = 2;

    /// About what a run takes, whatever the model.
    private static final Duration REAL = Duration.ofSeconds(25);

    private static final Duration LIST_LAG = Duration.ofSeconds(2);
    private static final Pattern CLIENT_REF = Pattern.compile("client_ref\\.EQ:'(.*)'");

    private final Shelf<Run> shelf = new Shelf<>();
    private final Workshop workshop;
    private final Outputs outputs;
    private final RunRecord records;
    private final Journal journal;
    private final Shop shop;
    private final InstantSource clock;
    private final RandomGenerator random;

    Runs(Workshop workshop, RunRecord records, Shop shop) {
        this.workshop = workshop;
        this.records = records;
        this.outputs = shop.outputs();
        this.journal = shop.journal();
        this.shop = shop;
        this.clock = shop.chance().clock();
        this.random = shop.chance().random();
    }

    /// 201 with the whole record, or 422 that names every field that is wrong.
    Reply create(Model model, Request request, Scenario scenario) throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (body == null) {
            return Errors.invalid(
                    List.of(new Wrong("body", "JSON object expected", "json_invalid")));
        }
        var wrongs = Run.Order.check(body);
        if (wrongs.isEmpty()) {
            wrongs = model.check(body.path("input"), scenario);
        }
        if (!wrongs.isEmpty()) {
            return Errors.invalid(wrongs);
        }
        var record = start(model, body, scenario);
        if (scenario == Scenario.NO_ID) {
            record.remove("id");
        }
        return Reply.json(201, record);
    }

    private ObjectNode start(Model model, ObjectNode body, Scenario scenario) throws IOException {
        var now = clock.instant();
        var id = Ids.timed(now, random);
        var order = Run.Order.of(model, body);
        journal.write(entry("submit", now, id, order));
        var run =
                new Run(
                        id,
                        order,
                        scenario,
                        timeline(scenario, order),
                        workshop.start(id, order, scenario));
        var forgotten = shelf.put(id, run);
        if (forgotten.isPresent()
                && forgotten.get().ending().orElse(null) instanceof Ending.Done done) {
            outputs.forget(done.outputs());
        }
        return records.of(run, now, false);
    }

    private Timeline timeline(Scenario scenario, Run.Order order) {
        var prompt = Json.text(order.input(), "prompt", "");
        var whole = shop.time(Runflow.ID, prompt, REAL);
        return switch (scenario) {
            case STUCK -> Timeline.stuck(clock.instant());
            case SLOW -> Timeline.of(clock.instant(), whole.multipliedBy(10));
            default -> Timeline.of(clock.instant(), whole);
        };
    }

    Reply read(String id, Request request) {
        settle();
        return shelf.find(id)
                .filter(run -> run.scenario != Scenario.RUN_LOST)
                .map(run -> found(run, request))
                .orElseGet(Runs::unknown);
    }

    private Reply found(Run run, Request request) {
        if (run.scenario == Scenario.POLL_UNAVAILABLE && run.countRead() <= FAILED_READS) {
            return Errors.tryAgain();
        }
        if (run.scenario == Scenario.POLL_HANG && run.countRead() <= FAILED_READS) {
            return Delivery.silence();
        }
        boolean resign = request.parameter("add_signature").orElse("").equals("true");
        return Reply.json(200, records.of(run, clock.instant(), resign));
    }

    /// Newest first. Of the filter grammar only the exact match of our own reference is understood;
    /// `pq` is not.
    Reply list(Request request, Scenario scenario) {
        settle();
        if (scenario == Scenario.LIST_UNAVAILABLE) {
            return Errors.tryAgain();
        }
        var lag = scenario == Scenario.LIST_LAG ? LIST_LAG : Duration.ZERO;
        var newest = clock.instant().minus(lag);
        var filter = CLIENT_REF.matcher(request.parameter("q").orElse(""));
        var wanted = filter.matches() ? Optional.of(filter.group(1)) : Optional.<String>empty();
        int limit = Integer.parseInt(request.parameter("limit").orElse("50"));
        var body = Json.object();
        var items = body.putArray("items");
        shelf.newestFirst().stream()
                .filter(run -> run.scenario != Scenario.RUN_LOST)
                .filter(run -> !run.timeline.created().isAfter(newest))
                .filter(run ->
                        wanted.isEmpty() || Objects.equals(run.order.clientRef(), wanted.get()))
                .limit(Math.clamp(limit, 1, 500))
                .forEach(run -> items.add(records.of(run, clock.instant(), false)));
        return Reply.json(200, body.putNull("next_pq").putNull("prev_pq"));
    }

    static Reply statuses() {
        var body = Json.array();
        STATUSES.forEach(body::add);
        return Reply.json(200, body);
    }

    boolean isIdle() {
        return shelf.newestFirst().stream().allMatch(run -> run.work.isDone());
    }

    /// Ends what is due, and bills it before anybody can read that it ended well.
    synchronized void settle() {
        var now = clock.instant();
        for (var run : shelf.newestFirst()) {
            if (run.ending().isEmpty()
                    && run.settle(now).orElse(null) instanceof Ending.Done done) {
                journal.write(entry("run", now, run.id, run.order).put("cost", done.cost()));
            }
        }
    }

    private static ObjectNode entry(String kind, Instant now, String id, Run.Order order) {
        return Json.object()
                .put("time", Json.time(now))
                .put("kind", kind)
                .put("provider", Runflow.ID)
                .put("id", id)
                .put("model", order.model().id())
                .put("client_ref", order.clientRef());
    }

    private static Reply unknown() {
        return Errors.error(404, "RUN_NOT_FOUND", "No such run");
    }
}
