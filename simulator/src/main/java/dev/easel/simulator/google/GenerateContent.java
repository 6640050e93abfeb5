package dev.easel.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.job.Delivery;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Order;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/// `generateContent`: the words and pictures in, a picture or a refusal out, both with 200.
final class GenerateContent {

    private static final Set<String> TOP =
            Set.of(
                    "contents",
                    "generationConfig",
                    "safetySettings",
                    "systemInstruction",
                    "tools",
                    "toolConfig",
                    "cachedContent",
                    "labels");
    private static final Set<String> CONFIG =
            Set.of(
                    "responseModalities",
                    "imageConfig",
                    "candidateCount",
                    "maxOutputTokens",
                    "stopSequences",
                    "temperature",
                    "topP",
                    "topK",
                    "seed",
                    "thinkingConfig",
                    "responseMimeType",
                    "mediaResolution");
    private static final Set<String> MODALITIES = Set.of("TEXT", "IMAGE");

    private final Shop shop;
    private final Desk desk;
    private final Candidates candidates;

    GenerateContent(Shop shop, Desk desk, Candidates candidates) {
        this.shop = shop;
        this.desk = desk;
        this.candidates = candidates;
    }

    Reply generate(
            GoogleModel model, Request request, Scenario scenario, boolean vertex, Duration usual)
            throws IOException {
        var read = Json.read(request.body()).orElse(null);
        if (read == null) {
            return Google.unreadable();
        }
        var body = Camel.of(read);
        var config = body.path("generationConfig");
        var wrong = wrong(body, config, scenario);
        if (wrong != null) {
            return wrong;
        }
        var image = ImageConfig.of(config.path("imageConfig"), model, vertex);
        var prompt = Prompt.of(body.path("contents"));
        if (image.wrong() != null) {
            return image.wrong();
        }
        if (prompt.wrong() != null) {
            return prompt.wrong();
        }
        if (prompt.sources().size() > model.sourcesMax()) {
            return GoogleErrors.wrong("contents", "Too many images in the request.");
        }
        var order = order(model, prompt, image);
        return answer(desk.take(Google.id(shop), order, scenario, usual), model, image);
    }

    static Order order(GoogleModel model, Prompt prompt, ImageConfig image) {
        return new Order(
                model.id(),
                null,
                prompt.words(),
                prompt.sources(),
                image.frame(),
                1,
                image.jpeg(),
                model.grade(image.size()).orElseThrow().price());
    }

    private Reply answer(Job job, GoogleModel model, ImageConfig image) throws IOException {
        var outcome = desk.hold(job, Delivery.HANG);
        return outcome.isEmpty()
                ? GoogleErrors.error(
                        504,
                        "DEADLINE_EXCEEDED",
                        "Deadline expired before operation could complete.")
                : candidates.answer(job, outcome.get(), model, image.size());
    }

    private static Reply.@Nullable Answer wrong(JsonNode body, JsonNode config, Scenario scenario) {
        var unknown = Json.unknown(body, TOP);
        if (unknown.isPresent()) {
            return GoogleErrors.unknown(unknown.get(), "");
        }
        unknown = Json.unknown(config, CONFIG);
        if (unknown.isPresent()) {
            return GoogleErrors.unknown(unknown.get(), "generation_config");
        }
        if (scenario == Scenario.NEW_CONTRACT && config.has("imageConfig")) {
            return GoogleErrors.unknown("imageConfig", "generation_config");
        }
        for (var modality : config.path("responseModalities")) {
            if (!MODALITIES.contains(modality.asText())) {
                return GoogleErrors.wrong(
                        "generation_config.response_modalities",
                        "Invalid value at 'generation_config.response_modalities': \""
                                + modality.asText()
                                + "\"");
            }
        }
        return config.path("candidateCount").asInt(1) == 1
                ? null
                : GoogleErrors.wrong(
                        "generation_config.candidate_count",
                        "Multiple candidates is not enabled for this model");
    }
}
