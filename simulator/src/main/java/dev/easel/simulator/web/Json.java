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
import java.util.Optional;

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

    public static Optional<ObjectNode> read(Body body) throws IOException {
        try {
            JsonNode node = MAPPER.readTree(body.bytes());
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
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
