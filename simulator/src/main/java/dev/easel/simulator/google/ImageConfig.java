package dev.easel.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.job.Frame;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the picture is to be; what is wrong with it is said with the protocol's path.
record ImageConfig(String ratio, String size, boolean jpeg, Reply.@Nullable Answer wrong) {

    private static final Set<String> BOTH = Set.of("aspectRatio", "imageSize", "personGeneration");
    private static final Set<String> VERTEX =
            Set.of(
                    "outputMimeType",
                    "outputCompressionQuality",
                    "prominentPeople",
                    "imageOutputOptions");
    private static final List<String> PEOPLE = List.of("ALLOW_ALL", "ALLOW_ADULT", "ALLOW_NONE");

    /// Of `generationConfig.imageConfig`, which may be missing.
    static ImageConfig of(JsonNode config, GoogleModel model, boolean vertex) {
        var ratio = Json.text(config, "aspectRatio", "");
        var size = Json.text(config, "imageSize", "1K");
        boolean jpeg = Json.text(config, "outputMimeType", "image/png").equals("image/jpeg");
        return new ImageConfig(
                ratio, size, jpeg, wrong(config, model, vertex, ratio, size).orElse(null));
    }

    private static Optional<Reply.Answer> wrong(
            JsonNode config, GoogleModel model, boolean vertex, String ratio, String size) {
        var at = "generation_config.image_config";
        var known = new HashSet<>(BOTH);
        if (vertex) {
            known.addAll(VERTEX);
        }
        var unknown = Json.unknown(config, known);
        if (unknown.isPresent()) {
            return unknown.map(name -> GoogleErrors.unknown(name, at));
        }
        if (!ratio.isEmpty() && !model.ratios().contains(ratio)) {
            return value(at + ".aspect_ratio", ratio);
        }
        if (model.grade(size).isEmpty()) {
            return value(at + ".image_size", size);
        }
        var people = Json.text(config, "personGeneration", "ALLOW_ALL");
        return PEOPLE.contains(people)
                ? Optional.empty()
                : value(at + ".person_generation", people);
    }

    private static Optional<Reply.Answer> value(String field, String value) {
        return Optional.of(
                GoogleErrors.wrong(field, "Invalid value at '" + field + "': \"" + value + "\""));
    }

    Frame frame() {
        return new Frame.Tiered(size.equals("512") ? "0.5K" : size, ratio);
    }
}
