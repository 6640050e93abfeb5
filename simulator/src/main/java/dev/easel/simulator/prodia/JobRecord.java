package dev.easel.simulator.prodia;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Multipart;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// Writes a job: its record as JSON, its state as a bare word, its result as parts or as bytes.
///
/// Only `processed` and `failed` are documented of the states; the others are our choice.
final class JobRecord {

    private static final Duration LIFE = Duration.ofHours(1);

    /// What models that write as well as paint put beside the picture.
    private static final String TEXT = "output.txt";

    private static final String WORDS = "Here it is.";

    private final Shop shop;

    JobRecord(Shop shop) {
        this.shop = shop;
    }

    String state(Job job) {
        return switch (job.outcome().orElse(null)) {
            case Outcome.Made _ -> "processed";
            case Outcome.Unreadable _, Outcome.Failed _, Outcome.Canceled _ -> "failed";
            case null -> {
                boolean running = !job.timeline.status(now()).equals("queued");
                boolean odd = running && job.scenario == Scenario.UNKNOWN_STATUS;
                yield odd ? "warming" : running ? "processing" : "queued";
            }
        };
    }

    ObjectNode of(Job job, boolean priced) {
        var created = job.timeline.created();
        var updated = job.outcome().map(Outcome::at).orElse(created);
        var body =
                Json.object()
                        .put("id", job.id)
                        .put("type", job.order.model())
                        .put("created_at", created.toString())
                        .put("updated_at", updated.toString())
                        .put("expires_at", created.plus(LIFE).toString());
        var state = body.putObject("state").put("current", state(job));
        var history = state.putArray("history");
        history.addObject().put("state", "queued").put("message", "");
        var outcome = job.outcome().orElse(null);
        if (outcome != null) {
            history.addObject().put("state", state(job)).put("message", message(job, outcome));
            var took = Duration.between(created, updated);
            body.putObject("metrics").put("elapsed", took.toMillis() / 1000.0);
        }
        if (priced && outcome instanceof Outcome.Made) {
            body.putObject("price")
                    .put("product", job.order.model())
                    .put("dollars", job.order.price());
        }
        return body;
    }

    private static String message(Job job, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made _ -> "";
            case Outcome.Unreadable(_, var why) -> "could not read an input: " + why;
            case Outcome.Canceled _ -> "canceled";
            case Outcome.Failed _ ->
                    switch (job.scenario) {
                        case MODERATED -> "the request was blocked by the content safety filter";
                        case FAILED -> "the worker failed to generate an image";
                        default -> "exit status 139";
                    };
        };
    }

    /// The result in the form that the caller accepts; the record of the job alone where it failed.
    Reply result(Job job, Outcome outcome, Request request) throws IOException {
        boolean priced = request.parameter("price").orElse("").equals("true");
        return switch (outcome) {
            case Outcome.Made made -> made(job, made, request, priced);
            case Outcome.Failed _ ->
                    Reply.json(job.scenario == Scenario.MODERATED ? 400 : 500, of(job, priced));
            case Outcome.Unreadable _ -> Reply.json(400, of(job, priced));
            case Outcome.Canceled _ -> Reply.json(500, of(job, priced));
        };
    }

    private Reply made(Job job, Outcome.Made made, Request request, boolean priced)
            throws IOException {
        var accepted = request.header("accept").orElse("");
        boolean raw = accepted.startsWith("image/") != (job.scenario == Scenario.OTHER_SHAPE);
        if (raw && !made.pictures().isEmpty()) {
            return raw(made.pictures().getFirst());
        }
        var parts = new ArrayList<Multipart.Part>();
        parts.add(
                new Multipart.Part(
                        "job",
                        "job.json",
                        "application/json",
                        Body.of(of(job, priced).toString())));
        // Models that write as well as paint: the text comes first, under the same name.
        parts.add(new Multipart.Part("output", TEXT, "text/plain", Body.of(WORDS)));
        for (var kept : made.pictures()) {
            parts.add(
                    new Multipart.Part(
                            "output", kept.name(), kept.contentType(), shop.outputs().read(kept)));
        }
        return Multipart.answer(200, "part-" + Ids.letters(24, shop.chance().random()), parts);
    }

    /// The names of the output files. A list of one may be the file itself.
    Reply files(Job job, Outcome.Made made, Request request) throws IOException {
        if (job.scenario == Scenario.OTHER_SHAPE) {
            return result(job, made, request);
        }
        var names = Json.array().add(TEXT);
        made.pictures().forEach(kept -> names.add(kept.name()));
        return Reply.json(200, names);
    }

    Reply file(Outcome.Made made, String name) throws IOException {
        if (name.equals(TEXT)) {
            return new Reply.Answer(200, "text/plain", Body.of(WORDS));
        }
        var kept = made.pictures().stream().filter(one -> one.name().equals(name)).findFirst();
        return kept.isPresent() ? raw(kept.get()) : ProdiaErrors.notFound();
    }

    private Reply raw(Outputs.Kept kept) throws IOException {
        return new Reply.Answer(200, kept.contentType(), shop.outputs().read(kept));
    }

    /// Whether what was made is no longer kept.
    boolean isExpired(Job job) {
        return job.scenario == Scenario.EXPIRED_OUTPUT
                || now().isAfter(job.timeline.created().plus(LIFE));
    }

    private Instant now() {
        return shop.chance().clock().instant();
    }
}
