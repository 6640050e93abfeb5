package dev.easel.simulator.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.web.Json;

/// Google's JSON takes a field by either of its names, `image_config` and `imageConfig`.
final class Camel {

    private Camel() {}

    static JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var other = Json.object();
                object.properties()
                        .forEach(entry -> other.set(named(entry.getKey()), of(entry.getValue())));
                yield other;
            }
            case ArrayNode array -> {
                var other = Json.array();
                array.forEach(item -> other.add(of(item)));
                yield other;
            }
            default -> node;
        };
    }

    private static String named(String name) {
        var camel = new StringBuilder();
        for (var word : name.split("_", -1)) {
            boolean first = camel.isEmpty() || word.isEmpty();
            camel.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
