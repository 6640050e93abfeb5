package dev.easel.simulator.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Counter;
import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shelf;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.runware.RunwareErrors.Wrong;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Runware's one route. What became of each task stands in `data[]` or in `errors[]`, or in both.
///
/// The customer names each task. That a name must be unique is documented; what becomes of one that
/// comes again is not: it is refused while keys are honoured, else it is another task.
public final class Runware implements Provider {

    /// Not documented, nor measured by anybody we know of.
    private static final Duration TIME = Duration.ofSeconds(20);

    private final RunwareErrors errors = new RunwareErrors();
    private final Repertoire repertoire =
            Repertoire.common(
                    "runware",
                    Scenario.NEW_CONTRACT,
                    Scenario.OLD_CONTRACT,
                    Scenario.PARTIAL,
                    Scenario.EXPIRED_OUTPUT,
                    Scenario.UNKNOWN_STATUS,
                    Scenario.POLL_UNAVAILABLE,
                    Scenario.POLL_HANG,
                    Scenario.RUN_LOST,
                    Scenario.NO_ID);
    private final Shelf<Task> tasks = new Shelf<>();
    private final Shop shop;
    private final Desk desk;
    private final Counter counter;
    private final TaskRecord records;

    /// A task that was taken on, as it was given.
    record Task(JsonNode asked, Job job) {}

    public Runware(Shop shop) {
        this.shop = shop;
        desk = new Desk(shop, repertoire.provider(), TIME);
        counter = new Counter(shop.scenarios(), repertoire, errors);
        records = new TaskRecord(shop);
    }

    @Override
    public Repertoire repertoire() {
        return repertoire;
    }

    @Override
    public void settle() {
        desk.settle();
    }

    @Override
    public boolean isIdle() {
        return desk.isIdle();
    }

    @Override
    public Reply handle(Request request) throws IOException {
        if (!request.header("authorization").orElse("").matches("Bearer .+") || counter.isShut()) {
            return errors.unauthorized();
        }
        if (!request.path().equals("/v1") || !request.method().equals("POST")) {
            return RunwareErrors.alone(new Wrong(404, "notFound", "No such route", null));
        }
        var asked = Json.list(request.body()).orElse(null);
        if (asked == null || asked.isEmpty()) {
            return RunwareErrors.alone(
                    new Wrong(400, "invalidJson", "An array of tasks is expected", null));
        }
        boolean makes = false;
        for (var task : asked) {
            makes |= Json.text(task, "taskType", "").equals("imageInference");
        }
        return makes
                ? counter.serve(request, scenario -> perform(asked, scenario))
                : perform(asked, Scenario.NORMAL);
    }

    private Reply perform(ArrayNode asked, Scenario scenario) throws IOException {
        var answer = new Answer();
        for (var task : asked) {
            var silence =
                    switch (Json.text(task, "taskType", "")) {
                        case "imageInference" -> infer(task, scenario, answer);
                        case "getResponse" -> respond(task, answer);
                        default -> {
                            answer.add(task, Wrong.parameter("taskType", "Unknown task type"));
                            yield Optional.<Reply>empty();
                        }
                    };
            if (silence.isPresent()) {
                return silence.get();
            }
        }
        return answer.reply();
    }

    private Optional<Reply> infer(JsonNode task, Scenario scenario, Answer answer)
            throws IOException {
        var inference = Inference.of(task, scenario);
        var order = inference.order();
        if (order == null) {
            Optional.ofNullable(inference.wrong()).ifPresent(wrong -> answer.add(task, wrong));
            return Optional.empty();
        }
        var name = Json.text(task, "taskUUID", "");
        if (shop.scenarios().honoursKeys() && tasks.find(name).isPresent()) {
            answer.add(
                    task,
                    new Wrong(400, "conflictTaskUUID", "The taskUUID was used before", "taskUUID"));
            return Optional.empty();
        }
        var id = Ids.timed(desk.now(), shop.chance().random());
        var taken = new Task(task, desk.take(id, order, scenario));
        tasks.put(name, taken);
        if (Json.text(task, "deliveryMethod", "sync").equals("async")) {
            var data = answer.data.addObject().put("taskType", "imageInference");
            if (scenario != Scenario.NO_ID) {
                data.put("taskUUID", name);
            }
            return Optional.empty();
        }
        if (desk.hold(taken.job(), Delivery.HANG).isEmpty()) {
            return Optional.of(Delivery.silence());
        }
        records.write(taken, false, answer);
        return Optional.empty();
    }

    private Optional<Reply> respond(JsonNode task, Answer answer) throws IOException {
        desk.settle();
        var taken =
                tasks.find(Json.text(task, "taskUUID", ""))
                        .filter(one -> !one.job().isLost())
                        .orElse(null);
        if (taken == null) {
            // What is said of an unknown one is documented nowhere.
            answer.add(task, new Wrong(404, "taskNotFound", "No such task", "taskUUID"));
            return Optional.empty();
        }
        var spoilt = taken.job().spoiltRead(errors.unavailable());
        if (spoilt.isEmpty()) {
            records.write(taken, true, answer);
        }
        return spoilt;
    }

    /// What is answered to all the tasks of one request.
    static final class Answer {

        final ArrayNode data = Json.array();
        private final ArrayNode errors = Json.array();
        private int status = 200;

        /// A task that cannot be done: decides the status, if nothing else was done.
        void add(JsonNode task, Wrong wrong) {
            errors.add(wrong.of(task));
            status = wrong.status();
        }

        /// A task that was done, and came to nothing.
        void fail(ObjectNode error) {
            errors.add(error);
        }

        private Reply reply() {
            var body = Json.object();
            body.set("data", data);
            if (!errors.isEmpty()) {
                body.set("errors", errors);
            }
            return Reply.json(data.isEmpty() ? status : 200, body);
        }
    }
}
