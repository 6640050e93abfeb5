package dev.easel.simulator.together;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Counter;
import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Frame;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Order;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.job.Source;
import dev.easel.simulator.picture.Sizes;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Set;

/// Together's `images/generations` for partners' models. The call is held open until the pictures
/// are there.
public final class Together implements Provider {

    private static final Set<String> FIELDS =
            Set.of(
                    "model",
                    "prompt",
                    "width",
                    "height",
                    "n",
                    "steps",
                    "seed",
                    "response_format",
                    // Not in the notes, and not verified live.
                    "output_format",
                    "reference_images");
    private static final int COUNT_MAX = 4;
    private static final int SIDE = 1024;

    /// How long a URL lives is documented nowhere.
    private static final Duration LIFE = Duration.ofHours(1);

    /// As a customer saw it.
    private static final Duration TIME = Duration.ofSeconds(15);

    private final TogetherErrors errors = new TogetherErrors();
    private final Repertoire repertoire = Repertoire.common("together", Scenario.EXPIRED_OUTPUT);
    private final Shop shop;
    private final Desk desk;
    private final Counter counter;

    public Together(Shop shop) {
        this.shop = shop;
        desk = new Desk(shop, repertoire.provider(), TIME);
        counter = new Counter(shop.scenarios(), repertoire, errors);
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
        return request.path().equals("/v1/images/generations") && request.method().equals("POST")
                ? counter.serve(request, scenario -> generate(request, scenario))
                : TogetherErrors.error(
                        404, "invalid_request_error", null, "not_found", "Not found");
    }

    private Reply generate(Request request, Scenario scenario) throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (body == null) {
            return TogetherErrors.wrong("body", "The body is not JSON");
        }
        var model = TogetherModel.find(Json.text(body, "model", "")).orElse(null);
        if (model == null) {
            return TogetherErrors.wrong("model", "Invalid value for 'model' parameter");
        }
        var wrong = wrong(model, body);
        if (wrong != null) {
            return wrong;
        }
        var id = Ids.letters(16, shop.chance().random());
        var job = desk.take(id, order(model, body), scenario);
        var outcome = desk.hold(job, Delivery.HANG);
        return outcome.isEmpty() ? Delivery.silence() : answer(job, outcome.get(), body);
    }

    private static @Nullable Reply wrong(TogetherModel model, JsonNode body) {
        var unknown = Json.unknown(body, FIELDS);
        if (unknown.isPresent()) {
            return TogetherErrors.wrong(
                    unknown.get(), "Unknown parameter: '" + unknown.get() + "'");
        }
        if (Json.text(body, "prompt", "").isBlank()) {
            return TogetherErrors.wrong("prompt", "'prompt' is required");
        }
        var size = size(body);
        if (model.sizes().stream().noneMatch(listed -> listed.size().equals(size))) {
            return TogetherErrors.wrong(
                    "width", "Invalid value for 'width' or 'height': not supported by this model");
        }
        int count = body.path("n").asInt(1);
        if (count < 1 || count > COUNT_MAX) {
            return TogetherErrors.wrong("n", "'n' must be between 1 and 4");
        }
        if (!Set.of("url", "base64").contains(Json.text(body, "response_format", "url"))) {
            return TogetherErrors.wrong(
                    "response_format", "'response_format' must be one of 'url', 'base64'");
        }
        if (!Set.of("jpeg", "png").contains(Json.text(body, "output_format", "jpeg"))) {
            return TogetherErrors.wrong(
                    "output_format", "'output_format' must be one of 'jpeg', 'png'");
        }
        return body.has("reference_images") && !model.takesPictures()
                ? TogetherErrors.wrong(
                        "reference_images", "This model does not support 'reference_images'")
                : null;
    }

    private static Sizes.Size size(JsonNode body) {
        return new Sizes.Size(body.path("width").asInt(SIDE), body.path("height").asInt(SIDE));
    }

    private static Order order(TogetherModel model, JsonNode body) {
        var sources = new ArrayList<Source>();
        body.path("reference_images").forEach(url -> sources.add(new Source.Link(url.asText())));
        return new Order(
                model.id(),
                null,
                Json.text(body, "prompt", ""),
                sources,
                new Frame.Fixed(size(body)),
                body.path("n").asInt(1),
                Json.text(body, "output_format", "jpeg").equals("jpeg"),
                model.price());
    }

    private Reply answer(Job job, Outcome outcome, JsonNode asked) throws IOException {
        return switch (outcome) {
            case Outcome.Made made -> Reply.json(200, made(job, made, asked));
            case Outcome.Unreadable(_, var why) -> TogetherErrors.wrong("reference_images", why);
            case Outcome.Failed _, Outcome.Canceled _ ->
                    job.scenario == Scenario.MODERATED
                            ? TogetherErrors.moderated()
                            : TogetherErrors.failed();
        };
    }

    private ObjectNode made(Job job, Outcome.Made made, JsonNode asked) throws IOException {
        // The other of the two shapes than the one that was asked for.
        boolean inline =
                Json.text(asked, "response_format", "url").equals("base64")
                        != (job.scenario == Scenario.OTHER_SHAPE);
        var body =
                Json.object()
                        .put("id", job.id)
                        .put("model", job.order.model())
                        .put("object", "list");
        var data = body.putArray("data");
        for (var kept : made.pictures()) {
            var one = data.addObject().put("index", data.size() - 1);
            if (inline) {
                var bytes = shop.outputs().read(kept).bytes();
                one.put("b64_json", Base64.getEncoder().encodeToString(bytes));
            } else {
                one.put("url", shop.url(job, kept, made.at(), LIFE).toString());
            }
        }
        return body;
    }
}
