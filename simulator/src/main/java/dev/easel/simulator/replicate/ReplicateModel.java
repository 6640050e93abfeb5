package dev.easel.simulator.replicate;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.replicate.ReplicateErrors.Wrong;
import dev.easel.simulator.web.Json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A model: its inputs beside `prompt` and `image_input`, and the price of each resolution.
///
/// @param choices the inputs that are one of some words; the first is the default
record ReplicateModel(
        String id,
        Map<String, List<String>> choices,
        Set<String> switches,
        Map<String, BigDecimal> prices) {

    private static final int SOURCES_MAX = 14;
    private static final List<String> RATIOS =
            List.of(
                    "match_input_image",
                    "1:1",
                    "2:3",
                    "3:2",
                    "3:4",
                    "4:3",
                    "4:5",
                    "5:4",
                    "9:16",
                    "16:9",
                    "21:9");
    private static final List<String> MORE_RATIOS =
            Stream.concat(RATIOS.stream(), Stream.of("1:4", "4:1", "1:8", "8:1")).toList();
    private static final List<String> FORMATS = List.of("jpg", "png");
    private static final List<String> FILTERS =
            List.of("block_only_high", "block_medium_and_above", "block_low_and_above");

    private static final List<ReplicateModel> ALL =
            List.of(
                    new ReplicateModel(
                            "google/nano-banana-2",
                            Map.of(
                                    "aspect_ratio", MORE_RATIOS,
                                    "resolution", List.of("1K", "2K", "4K"),
                                    "output_format", FORMATS),
                            Set.of("google_search", "image_search"),
                            prices("0.067", "0.101", "0.151")),
                    // Its prices are not documented in what could be read.
                    new ReplicateModel(
                            "google/nano-banana-pro",
                            Map.of(
                                    "aspect_ratio", RATIOS,
                                    "resolution", List.of("2K", "1K", "4K"),
                                    "output_format", FORMATS,
                                    "safety_filter_level", FILTERS),
                            Set.of("allow_fallback_model"),
                            prices("0.15", "0.15", "0.30")),
                    new ReplicateModel(
                            "google/nano-banana",
                            Map.of("aspect_ratio", RATIOS, "output_format", FORMATS),
                            Set.of(),
                            prices("0.039", "0.039", "0.039")));

    static Optional<ReplicateModel> find(String id) {
        return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
    }

    List<Wrong> check(JsonNode input) {
        var wrongs = new ArrayList<Wrong>();
        if (Json.text(input, "prompt", "").isBlank()) {
            wrongs.add(new Wrong("required", "input.prompt", "prompt is required"));
        }
        for (var entry : input.properties()) {
            check(entry.getKey(), entry.getValue()).ifPresent(wrongs::add);
        }
        return wrongs;
    }

    private Optional<Wrong> check(String name, JsonNode value) {
        if (choices.containsKey(name)) {
            var words = choices.get(name);
            return unless(
                    words.contains(value.asText()),
                    "enum",
                    name,
                    "must be one of the following: \"" + String.join("\", \"", words) + "\"");
        }
        if (switches.contains(name)) {
            return unless(value.isBoolean(), "invalid_type", name, "must be a boolean");
        }
        return switch (name) {
            case "prompt" -> unless(value.isTextual(), "invalid_type", name, "must be a string");
            case "image_input" -> images(value);
            default ->
                    Optional.of(
                            new Wrong(
                                    "additional_property_not_allowed",
                                    "input." + name,
                                    "Additional property " + name + " is not allowed"));
        };
    }

    private static Optional<Wrong> images(JsonNode value) {
        boolean uris = value.isArray();
        for (var one : value) {
            uris &= one.asText().matches("(?s)(https?://|data:image/).+");
        }
        return unless(uris, "invalid_type", "image_input", "must be an array of URIs")
                .or(() ->
                        unless(
                                value.size() <= SOURCES_MAX,
                                "number_lte",
                                "image_input",
                                "must have at most 14 items"));
    }

    private static Optional<Wrong> unless(boolean right, String type, String name, String rule) {
        return right
                ? Optional.empty()
                : Optional.of(new Wrong(type, "input." + name, name + " " + rule));
    }

    /// The value of a choice: what is said, or its default.
    String chosen(JsonNode input, String name, String otherwise) {
        var words = choices.get(name);
        return words == null ? otherwise : Json.text(input, name, words.getFirst());
    }

    BigDecimal price(String resolution) {
        return prices.getOrDefault(resolution, BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> prices(String one, String two, String four) {
        return Map.of(
                "1K", new BigDecimal(one), "2K", new BigDecimal(two), "4K", new BigDecimal(four));
    }
}
