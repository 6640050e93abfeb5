package dev.easel.simulator.runflow;

import dev.easel.simulator.web.Json;

import dev.easel.simulator.job.Ids;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.runflow.Errors.Wrong;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A model that can be run: its id, price in USD of credits, inputs, the shape of its output, and
/// what it does.
record Model(String id, BigDecimal price, Shape shape, Work work, List<Field> fields) {

    /// How a model hands over what it made.
    enum Shape {
        /// `{"outputs":[{"url","type","width","height"}],"seed":null,…}`
        OUTPUTS,
        /// `{"image_urls":["…"]}`
        IMAGE_URLS,
        /// `{"image":{"url":"…"}}`
        IMAGE
    }

    List<Wrong> check(JsonNode input) {
        return fields.stream().map(field -> field.check(input)).flatMap(Optional::stream).toList();
    }

    boolean isMasked() {
        return fields.stream().anyMatch(field -> field.name().equals("mask_url"));
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

    /// The entry of the catalogue, as far as anybody here reads it.
    ObjectNode record() {
        var record = Json.object().put("id", Ids.stable(id)).put("slug", id).put("name", id);
        record.put("is_public", true)
                .put("status_code", "active")
                .put("availability_status", "available");
        record.put("pricing_note", "$" + price.toPlainString() + " / image");
        var inputs = record.putArray("inputs");
        for (var field : fields) {
            var kind = field.kind().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            inputs.addObject()
                    .put("name", field.name())
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
