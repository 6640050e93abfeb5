package dev.easel.simulator.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// JSON the way Runflow writes it.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Times end in `+00:00`, never in `Z`.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+00:00'")
                    .withZone(ZoneOffset.UTC);

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    /// The object that a body holds; empty if it holds anything else.
    public static Optional<ObjectNode> read(Body body) throws IOException {
        return tree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /// The list that a body holds; empty if it holds anything else.
    public static Optional<ArrayNode> list(Body body) throws IOException {
        return tree(body) instanceof ArrayNode list ? Optional.of(list) : Optional.empty();
    }

    private static @Nullable JsonNode tree(Body body) throws IOException {
        try {
            return MAPPER.readTree(body.bytes());
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /// A member of this object that is none of those it may have.
    public static Optional<String> unknown(JsonNode object, Set<String> known) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst();
    }

    /// The text of a member, or null where there is none.
    public static @Nullable String text(JsonNode node, String member) {
        var value = node.get(member);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    public static String text(JsonNode node, String member, String otherwise) {
        var value = text(node, member);
        return value == null ? otherwise : value;
    }
}
