package dev.easel.simulator.runware;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.job.Frame;
import dev.easel.simulator.job.Order;
import dev.easel.simulator.job.Source;
import dev.easel.simulator.picture.Sizes;
import dev.easel.simulator.runware.RunwareErrors.Wrong;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;

/// A task `imageInference`: either the order it gives, or what is wrong with it.
record Inference(@Nullable Order order, @Nullable Wrong wrong) {

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> FIELDS =
            Set.of(
                    "taskType",
                    "taskUUID",
                    "model",
                    "positivePrompt",
                    "width",
                    "height",
                    "resolution",
                    "numberResults",
                    "outputType",
                    "outputFormat",
                    "outputQuality",
                    "includeCost",
                    "deliveryMethod",
                    "webhookURL",
                    "inputs");
    private static final int SOURCES_MAX = 14;
    private static final int RESULTS_MAX = 20;
    private static final BigDecimal SOURCE_PRICE = new BigDecimal("0.00028");

    static Inference of(JsonNode task, Scenario scenario) {
        var wrong = wrong(task, scenario);
        return wrong == null ? new Inference(order(task), null) : new Inference(null, wrong);
    }

    private static @Nullable Wrong wrong(JsonNode task, Scenario scenario) {
        var unknown =
                Json.unknown(task, FIELDS)
                        .or(() ->
                                Json.unknown(task.path("inputs"), Set.of("referenceImages"))
                                        .map(name -> "inputs." + name));
        if (unknown.isPresent()) {
            return Wrong.unsupported(unknown.get());
        }
        if (!UUID.matcher(Json.text(task, "taskUUID", "")).matches()) {
            return Wrong.parameter("taskUUID", "'taskUUID' must be a UUID");
        }
        var model = RunwareModel.find(Json.text(task, "model", "")).orElse(null);
        if (model == null) {
            return new Wrong(400, "invalidModel", "Unknown model", "model");
        }
        if (Json.text(task, "positivePrompt", "").length() < 2) {
            return Wrong.parameter("positivePrompt", "'positivePrompt' needs 2 characters");
        }
        var frame = frame(task, model, scenario);
        return frame == null ? delivery(task) : frame;
    }

    private static @Nullable Wrong frame(JsonNode task, RunwareModel model, Scenario scenario) {
        boolean sized = task.has("width") || task.has("height");
        int sources = task.at("/inputs/referenceImages").size();
        if (sized && scenario == Scenario.NEW_CONTRACT) {
            return Wrong.unsupported("width");
        }
        if (task.has("resolution") && scenario == Scenario.OLD_CONTRACT) {
            return Wrong.unsupported("resolution");
        }
        if (sized && task.has("resolution")) {
            return Wrong.parameter("resolution", "'resolution' excludes 'width' and 'height'");
        }
        if (!sized && !task.has("resolution") && sources == 0) {
            return new Wrong(
                    400,
                    "missingParameter",
                    "'width' and 'height', 'resolution' or 'inputs.referenceImages' is required",
                    "width");
        }
        if (sized && model.tier(size(task)).isEmpty()) {
            return Wrong.parameter("width", "'width' and 'height' are not a supported size");
        }
        if (task.has("resolution") && !model.prices().containsKey(tier(task, model))) {
            return Wrong.parameter(
                    "resolution", "'resolution' must be one of " + model.prices().keySet());
        }
        return sources > SOURCES_MAX
                ? Wrong.parameter("inputs.referenceImages", "at most 14 images are taken")
                : null;
    }

    private static @Nullable Wrong delivery(JsonNode task) {
        int results = task.path("numberResults").asInt(1);
        if (results < 1 || results > RESULTS_MAX) {
            return Wrong.parameter("numberResults", "'numberResults' must be from 1 to 20");
        }
        if (!Set.of("URL", "base64Data", "dataURI")
                .contains(Json.text(task, "outputType", "URL"))) {
            return Wrong.parameter("outputType", "'outputType' is not supported");
        }
        if (!Set.of("JPG", "PNG", "WEBP").contains(Json.text(task, "outputFormat", "JPG"))) {
            return Wrong.parameter("outputFormat", "'outputFormat' is not supported");
        }
        return Set.of("sync", "async").contains(Json.text(task, "deliveryMethod", "sync"))
                ? null
                : Wrong.parameter("deliveryMethod", "'deliveryMethod' is not supported");
    }

    private static Sizes.Size size(JsonNode task) {
        return new Sizes.Size(task.path("width").asInt(), task.path("height").asInt());
    }

    private static String tier(JsonNode task, RunwareModel model) {
        return task.has("width")
                ? model.tier(size(task)).orElse("")
                : Json.text(task, "resolution", "1K");
    }

    private static Order order(JsonNode task) {
        var model = RunwareModel.find(Json.text(task, "model", "")).orElseThrow();
        var sources = new ArrayList<Source>();
        task.at("/inputs/referenceImages")
                .forEach(url -> sources.add(new Source.Link(url.asText())));
        var tier = tier(task, model);
        var price =
                model.prices()
                        .getOrDefault(tier, BigDecimal.ZERO)
                        .add(SOURCE_PRICE.multiply(BigDecimal.valueOf(sources.size())));
        return new Order(
                model.id(),
                Json.text(task, "taskUUID"),
                Json.text(task, "positivePrompt", ""),
                sources,
                task.has("width") ? new Frame.Fixed(size(task)) : new Frame.Tiered(tier, ""),
                task.path("numberResults").asInt(1),
                Json.text(task, "outputFormat", "JPG").equals("JPG"),
                price);
    }
}
