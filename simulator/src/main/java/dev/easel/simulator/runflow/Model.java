package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Ids;
import dev.easel.simulator.runflow.Errors.Wrong;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A model that can be run: its id, price in USD of credits, inputs, the shape of its output, and
/// what it does.
record Model(String id, BigDecimal price, Shape shape, Work work, List<Field> fields) {

    /// How a model hands over what it made. The first three are models' own today; the others were
    /// seen of some gateway or other.
    enum Shape {
        /// `{"outputs":[{"url","type","width","height"}],"seed":null,…}`
        OUTPUTS,
        /// `{"image_urls":["…"]}`
        IMAGE_URLS,
        /// `{"image":{"url":"…"}}`
        IMAGE,
        /// `{"images":[{"url":"…"}]}`
        IMAGES,
        /// `{"image":["…"]}`
        IMAGE_LIST,
        /// `{"image_url":"…"}`
        IMAGE_URL,
        /// `{"url":"…"}`
        URL,
        /// `{"output_url":"…"}`
        OUTPUT_URL,
        /// `[{"url":"…"}]`
        LIST,
        /// `"…"`
        STRING;

        /// The name on the wire, in kebab case.
        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Shape> named(String wire) {
            return Arrays.stream(values()).filter(shape -> shape.wire().equals(wire)).findFirst();
        }
    }

    List<Wrong> check(JsonNode input, Scenario scenario) {
        if (scenario == Scenario.ZIP_CONTRACT && ZipContract.concerns(this, input)) {
            return ZipContract.check(this, input);
        }
        return Stream.concat(
                        ZipContract.refused(input).stream(),
                        fields.stream().flatMap(field -> field.check(input).stream()))
                .toList();
    }

    /// What a run with this input costs: the larger tiers cost more, each picture counts.
    BigDecimal cost(JsonNode input) {
        var tier = Json.text(input, "resolution", "1K");
        var factor =
                switch (tier) {
                    case "2K" -> new BigDecimal("1.5");
                    case "4K" -> new BigDecimal("2");
                    default -> BigDecimal.ONE;
                };
        boolean tiered = id.startsWith("google/");
        int pictures = tiered ? input.path("num_images").asInt(1) : 1;
        return price.multiply(tiered ? factor : BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(pictures));
    }

    /// The entry of the catalogue, as far as anybody here reads it; some inputs may go by another
    /// name in it.
    ObjectNode record(Map<String, String> renamed) {
        var record = Json.object().put("id", Ids.stable(id)).put("slug", id).put("name", id);
        record.put("is_public", true)
                .put("status_code", "active")
                .put("availability_status", "available");
        record.put("pricing_note", "$" + price.toPlainString() + " / image");
        var inputs = record.putArray("inputs");
        for (var field : fields) {
            var kind = field.kind().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            inputs.addObject()
                    .put("name", renamed.getOrDefault(field.name(), field.name()))
                    .put("variable_type_code", kind)
                    .put("is_required", field.required())
                    .putNull("default_value");
        }
        record.putArray("outputs")
                .addObject()
                .put("name", "image")
                .put("variable_type_code", "image");
        return record;
    }
}
