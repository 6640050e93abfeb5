package dev.easel.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// An event pattern of a rule. Knows exact values, `prefix`, `suffix`, `anything-but` and `exists`;
/// another operator is an error at the start.
public final class RulePattern {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode pattern;

    private RulePattern(JsonNode pattern) {
        this.pattern = pattern;
    }

    public static RulePattern of(Map<String, Object> pattern) {
        JsonNode tree = JSON.valueToTree(pattern);
        check(tree);
        return new RulePattern(tree);
    }

    private static void check(JsonNode pattern) {
        for (var child : pattern) {
            if (child.isObject()) {
                check(child);
            } else if (child.isArray()) {
                child.forEach(RulePattern::checkValue);
            } else {
                throw new IllegalArgumentException(
                        "In an event pattern, " + child + " must be a list.");
            }
        }
    }

    private static void checkValue(JsonNode value) {
        if (value.isObject()) {
            var known =
                    value.has("prefix")
                            || value.has("suffix")
                            || value.has("exists")
                            || value.has("anything-but");
            if (!known) {
                throw new IllegalArgumentException(
                        "The event pattern " + value + " is not understood here.");
            }
        }
    }

    /// Whether an event, as its envelope, is one that the rule wants.
    public boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        if (pattern.isObject()) {
            return pattern.properties().stream()
                    .allMatch(entry -> matches(entry.getValue(), value.path(entry.getKey())));
        }
        return any(
                pattern,
                wanted ->
                        value.isArray()
                                ? any(value, one -> fits(wanted, one))
                                : fits(wanted, value));
    }

    private static boolean any(JsonNode list, Predicate<JsonNode> test) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(test);
    }

    private static boolean fits(JsonNode wanted, JsonNode value) {
        if (!wanted.isObject()) {
            return wanted.equals(value);
        }
        if (wanted.has("exists")) {
            return wanted.get("exists").asBoolean() != value.isMissingNode();
        }
        if (value.isMissingNode()) {
            return false;
        }
        if (wanted.has("anything-but")) {
            var unwanted = wanted.get("anything-but");
            return !(unwanted.isArray() ? any(unwanted, value::equals) : unwanted.equals(value));
        }
        return wanted.has("prefix")
                ? value.asText().startsWith(wanted.get("prefix").asText())
                : value.asText().endsWith(wanted.get("suffix").asText());
    }
}
