package dev.easel.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The newer `interactions`, in snake case: `response_format` in the place of `imageConfig`, which
/// is deprecated there.
///
/// Only the waiting form is played. What was made stands in `steps[]`; at first it stood in
/// `outputs[]`. How a refusal is told is not documented in what could be read, and not verified live.
final class Interactions {

    private static final Set<String> TOP =
            Set.of(
                    "model",
                    "input",
                    "response_modalities",
                    "response_format",
                    "generation_config",
                    "background",
                    "store",
                    "previous_interaction_id",
                    "webhook_config",
                    "service_tier",
                    "safety_settings",
                    "labels");
    private static final Set<String> FORMAT =
            Set.of("type", "aspect_ratio", "image_size", "delivery", "mime_type");

    private final Shop shop;
    private final Desk desk;
    private final Candidates candidates;

    Interactions(Shop shop, Desk desk, Candidates candidates) {
        this.shop = shop;
        this.desk = desk;
        this.candidates = candidates;
    }

    Reply create(Request request, Scenario scenario) throws IOException {
        var body = Json.read(request.body()).orElse(null);
        if (body == null) {
            return Google.unreadable();
        }
        var format = body.path("response_format");
        var unknown =
                Json.unknown(body, TOP)
                        .or(() ->
                                Json.unknown(format, FORMAT)
                                        .map(name -> "response_format." + name));
        if (unknown.isPresent()) {
            return wrong(unknown.get());
        }
        var model = GoogleModel.find(Json.text(body, "model", "")).orElse(null);
        if (model == null) {
            return GoogleErrors.notFound("models/" + Json.text(body, "model", ""));
        }
        var field = wrongField(format, model);
        if (scenario == Scenario.OLD_CONTRACT || field.isPresent()) {
            return wrong(field.orElse("response_format"));
        }
        var prompt = Prompt.of(contents(body.path("input")));
        if (prompt.wrong() != null || prompt.sources().size() > model.sourcesMax()) {
            return wrong("input");
        }
        var order = GenerateContent.order(model, prompt, image(format));
        return answer(desk.take(Google.id(shop), order, scenario), model);
    }

    private static Optional<String> wrongField(JsonNode format, GoogleModel model) {
        var ratio = Json.text(format, "aspect_ratio");
        if (ratio != null && !model.ratios().contains(ratio)) {
            return Optional.of("response_format.aspect_ratio");
        }
        if (model.grade(Json.text(format, "image_size", "1K")).isEmpty()) {
            return Optional.of("response_format.image_size");
        }
        // The form that answers an address is not played.
        return Json.text(format, "delivery", "inline").equals("inline")
                ? Optional.empty()
                : Optional.of("response_format.delivery");
    }

    private static ImageConfig image(JsonNode format) {
        return new ImageConfig(
                Json.text(format, "aspect_ratio", ""),
                Json.text(format, "image_size", "1K"),
                Json.text(format, "mime_type", "image/png").equals("image/jpeg"),
                null);
    }

    private Reply answer(Job job, GoogleModel model) throws IOException {
        var outcome = desk.hold(job, Delivery.HANG);
        if (outcome.isEmpty()) {
            return Delivery.silence();
        }
        var body =
                Json.object()
                        .put("id", job.id)
                        .put("object", "interaction")
                        .put("model", Candidates.version(job, model))
                        .put("role", "model");
        switch (outcome.get()) {
            case Outcome.Made made -> {
                body.put("status", "completed");
                var outputs =
                        job.scenario == Scenario.OTHER_SHAPE
                                ? body.putArray("outputs")
                                : body.putArray("steps")
                                        .addObject()
                                        .put("type", "model_output")
                                        .putArray("content");
                outputs.addObject().put("type", "text").put("text", "Here it is.");
                for (var kept : made.pictures()) {
                    outputs.addObject()
                            .put("type", "image")
                            .put("mime_type", kept.contentType())
                            .put("data", candidates.base64(kept));
                }
            }
            case Outcome.Unreadable _ -> {
                return wrong("input");
            }
            case Outcome.Failed _, Outcome.Canceled _ -> failed(body, job);
        }
        return Reply.json(200, body);
    }

    private static void failed(ObjectNode body, Job job) {
        body.put("status", "failed")
                .putObject("error")
                .put("code", job.scenario == Scenario.MODERATED ? "image_safety" : "image_other")
                .put("message", "Unable to show the generated image.");
    }

    /// The blocks of the input as the parts of one content.
    private static JsonNode contents(JsonNode input) {
        var contents = Json.array();
        var parts = contents.addObject().put("role", "user").putArray("parts");
        if (input.isTextual()) {
            parts.addObject().put("text", input.textValue());
        }
        for (var block : input) {
            if (block.has("data")) {
                var data = parts.addObject().putObject("inlineData");
                copy(block, "mime_type", data, "mimeType");
                copy(block, "data", data, "data");
            } else if (block.has("uri")) {
                copy(block, "uri", parts.addObject().putObject("fileData"), "fileUri");
            } else {
                copy(block, "text", parts.addObject(), "text");
            }
        }
        return contents;
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String other) {
        if (from.has(name)) {
            to.set(other, from.get(name));
        }
    }

    private static Reply.Answer wrong(String field) {
        return GoogleErrors.wrong(field, "Invalid value at '" + field + "'");
    }
}
