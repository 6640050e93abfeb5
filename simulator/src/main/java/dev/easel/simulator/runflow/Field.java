package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.runflow.Errors.Wrong;

import java.util.List;
import java.util.Optional;

/// One input of a model, and what may be in it.
record Field(String name, boolean required, Kind kind) {

    /// What may be in it.
    sealed interface Kind {
        /// A URL that can be fetched.
        record Url() implements Kind {}

        /// One to `max` of them.
        record Urls(int max) implements Kind {}

        /// So many characters.
        record Text(int min, int max) implements Kind {}

        /// A number in a range, both ends included.
        record Range(double min, double max) implements Kind {}

        /// One of these words.
        record Choice(List<String> words) implements Kind {}

        /// `W:H`.
        record Ratio() implements Kind {}

        /// An object of options that nobody looks into.
        record Options() implements Kind {}
    }

    Field optional() {
        return new Field(name, false, kind);
    }

    /// What is wrong with this field of an input, if anything is.
    Optional<Wrong> check(JsonNode input) {
        var value = input.get(name);
        if (value == null || value.isNull()) {
            return required ? Optional.of(wrong("Field required", "missing")) : Optional.empty();
        }
        return switch (kind) {
            case Kind.Url _ -> unless(isUrl(value), "must be an http(s) URL or a data URI");
            case Kind.Urls(int max) -> unless(areUrls(value, max), "must be 1 to " + max + " URLs");
            case Kind.Text(int min, int max) ->
                    unless(
                            value.isTextual()
                                    && value.textValue().length() >= min
                                    && value.textValue().length() <= max,
                            "must have " + min + " to " + max + " characters");
            case Kind.Range(double min, double max) ->
                    unless(
                            value.isNumber()
                                    && value.doubleValue() >= min
                                    && value.doubleValue() <= max,
                            "must be a number from " + min + " to " + max);
            case Kind.Choice(var words) ->
                    unless(
                            words.contains(value.asText()),
                            "must be one of " + String.join(", ", words));
            case Kind.Ratio _ ->
                    unless(
                            value.asText().matches("auto|[1-9]\\d?:[1-9]\\d?"),
                            "must be a ratio such as 4:5");
            case Kind.Options _ -> unless(value.isObject(), "must be an object");
        };
    }

    private Optional<Wrong> unless(boolean right, String message) {
        return right ? Optional.empty() : Optional.of(wrong(message, "value_error"));
    }

    private Wrong wrong(String message, String type) {
        return new Wrong("input." + name, message, type);
    }

    private static boolean isUrl(JsonNode value) {
        return value.isTextual() && value.textValue().matches("(?s)(https?://.+|data:image/.+)");
    }

    private static boolean areUrls(JsonNode value, int max) {
        if (!value.isArray() || value.isEmpty() || value.size() > max) {
            return false;
        }
        for (var url : value) {
            if (!isUrl(url)) {
                return false;
            }
        }
        return true;
    }
}
