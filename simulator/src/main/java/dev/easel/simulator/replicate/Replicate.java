package dev.easel.simulator.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Counter;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Frame;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Order;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shelf;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.job.Source;
import dev.easel.simulator.replicate.ReplicateErrors.Wrong;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Replicate's routes for official models. Webhooks are taken, and never called.
public final class Replicate implements Provider {

    private static final Set<String> TOP =
            Set.of("input", "webhook", "webhook_events_filter", "stream");
    private static final Pattern PREFER = Pattern.compile("wait(?:=(\\d{1,2}))?");

    /// What goes wrong when a prediction is read: nobody is kept waiting for its end, so that
    /// everybody has to read it.
    private static final Set<Scenario> IN_READS =
            Set.of(
                    Scenario.UNKNOWN_STATUS,
                    Scenario.POLL_UNAVAILABLE,
                    Scenario.POLL_HANG,
                    Scenario.RUN_LOST,
                    Scenario.NO_ID);

    private static final int ID_LENGTH = 26;
    private static final int WAIT_SECONDS_MAX = 60;

    /// The median of thirty days, as a third party measured it.
    private static final Duration TIME = Duration.ofSeconds(30);

    private final ReplicateErrors errors = new ReplicateErrors();
    private final Repertoire repertoire =
            Repertoire.common(
                    "replicate",
                    Scenario.SUBSTITUTED_MODEL,
                    Scenario.EXPIRED_OUTPUT,
                    Scenario.CANCELED,
                    Scenario.UNKNOWN_STATUS,
                    Scenario.POLL_UNAVAILABLE,
                    Scenario.POLL_HANG,
                    Scenario.RUN_LOST,
                    Scenario.NO_ID);
    private final Shelf<JsonNode> inputs = new Shelf<>();
    private final Shop shop;
    private final Desk desk;
    private final Counter counter;
    private final Prediction predictions;

    public Replicate(Shop shop) {
        this.shop = shop;
        desk = new Desk(shop, repertoire.provider(), TIME);
        counter = new Counter(shop.scenarios(), repertoire, errors);
        predictions = new Prediction(shop);
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
        if (!request.header("authorization").orElse("").matches("(Bearer|Token) .+")
                || counter.isShut()) {
            return errors.unauthorized();
        }
        var path = request.segments();
        return switch (request.method()) {
            case "POST" -> post(path, request);
            case "GET" ->
                    path.size() == 3 && path.get(1).equals("predictions")
                            ? read(path.get(2))
                            : ReplicateErrors.notFound();
            default -> ReplicateErrors.problem(405, "Method not allowed", "Method not allowed");
        };
    }

    private Reply post(List<String> path, Request request) throws IOException {
        if (path.size() == 5 && path.get(1).equals("models") && path.get(4).equals("predictions")) {
            var model = ReplicateModel.find(path.get(2) + "/" + path.get(3)).orElse(null);
            return model == null
                    ? ReplicateErrors.notFound()
                    : counter.serve(request, scenario -> create(model, request, scenario));
        }
        return path.size() == 4 && path.get(1).equals("predictions") && path.get(3).equals("cancel")
                ? cancel(path.get(2))
                : ReplicateErrors.notFound();
    }

    private Reply create(ReplicateModel model, Request request, Scenario scenario)
            throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (body == null) {
            return ReplicateErrors.problem(400, "Bad request", "The body is not JSON");
        }
        var wrongs = check(model, body);
        if (!wrongs.isEmpty()) {
            return ReplicateErrors.invalid(wrongs);
        }
        var input = body.path("input");
        var id = Ids.letters(ID_LENGTH, shop.chance().random());
        inputs.put(id, input);
        var job = desk.take(id, order(model, input), scenario);
        var patience = IN_READS.contains(scenario) ? Duration.ZERO : patience(request);
        desk.hold(job, patience);
        int status = patience.isZero() || job.outcome().isPresent() ? 201 : 202;
        var record = predictions.of(job, input);
        var location = record.at("/urls/get").asText();
        if (scenario == Scenario.NO_ID) {
            record.remove("id");
            record.putObject("urls");
        }
        return Reply.json(status, record).with("Location", location);
    }

    private static List<Wrong> check(ReplicateModel model, ObjectNode body) {
        var wrongs = new ArrayList<Wrong>();
        Json.unknown(body, TOP)
                .ifPresent(name ->
                        wrongs.add(
                                new Wrong(
                                        "additional_property_not_allowed",
                                        name,
                                        "Additional property " + name + " is not allowed")));
        if (!body.path("input").isObject()) {
            wrongs.add(new Wrong("required", "input", "input is required"));
        } else {
            wrongs.addAll(model.check(body.path("input")));
        }
        return wrongs;
    }

    private static Order order(ReplicateModel model, JsonNode input) {
        var sources = new ArrayList<Source>();
        input.path("image_input").forEach(url -> sources.add(new Source.Link(url.asText())));
        var resolution = model.chosen(input, "resolution", "1K");
        return new Order(
                model.id(),
                null,
                Json.text(input, "prompt", ""),
                sources,
                new Frame.Tiered(resolution, model.chosen(input, "aspect_ratio", "")),
                1,
                model.chosen(input, "output_format", "jpg").equals("jpg"),
                model.price(resolution));
    }

    /// How long the caller wants to be kept waiting: not at all, or up to a minute.
    private static Duration patience(Request request) {
        var prefer = PREFER.matcher(request.header("prefer").orElse(""));
        if (!prefer.matches()) {
            return Duration.ZERO;
        }
        var said = prefer.group(1);
        int seconds = said == null ? WAIT_SECONDS_MAX : Integer.parseInt(said);
        return Duration.ofSeconds(Math.clamp(seconds, 1, WAIT_SECONDS_MAX));
    }

    private Reply read(String id) {
        var job = desk.find(id).orElse(null);
        if (job == null) {
            return ReplicateErrors.notFound();
        }
        return job.spoiltRead(errors.unavailable()).orElseGet(() -> Reply.json(200, record(job)));
    }

    private Reply cancel(String id) {
        var job = desk.find(id).orElse(null);
        if (job == null) {
            return ReplicateErrors.notFound();
        }
        desk.cancel(job);
        return Reply.json(200, record(job));
    }

    private ObjectNode record(Job job) {
        return predictions.of(job, inputs.find(job.id).orElseGet(Json::object));
    }
}
