package dev.easel.door;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads a JSON object field by field and gathers all that is wrong with it. What nobody asked for
/// by name is unknown, and refused.
///
/// Every reader answers with something harmless when the field is wrong, so that the rest can still
/// be read; [#check] then throws.
public final class Body {

    private final JsonNode node;
    private final String pointer;
    private final List<Violation> violations;
    private final Set<String> known = new HashSet<>();
    private final List<Body> parts = new ArrayList<>();

    /// The whole body of a request. Throws at once when it is no object.
    public static Body of(JsonNode node) {
        if (!node.isObject()) {
            throw new FailureException(Failure.InvalidRequest.of("", "must be a JSON object"));
        }
        return new Body(node, "", new ArrayList<>());
    }

    private Body(JsonNode node, String pointer, List<Violation> violations) {
        this.node = node;
        this.pointer = pointer;
        this.violations = violations;
    }

    /// Notes that a field is wrong, unless something is wrong with it or within it already: the first
    /// reason is the cause, the others follow from it.
    public void violate(String field, String reason) {
        note(field.isEmpty() ? pointer : pointer + "/" + field, reason);
    }

    private void note(String at, String reason) {
        if (violations.size() < VIOLATIONS_MAX
                && violations.stream()
                        .map(Violation::pointer)
                        .noneMatch(known -> known.equals(at) || known.startsWith(at + "/"))) {
            violations.add(new Violation(at, reason));
        }
    }

    public boolean has(String field) {
        known.add(field);
        return node.hasNonNull(field);
    }

    /// A text of Unicode characters; of those that control a device, only tab and line breaks.
    public Optional<String> text(String field, int charsMax) {
        return has(field)
                ? text(node.get(field), pointer + "/" + field, charsMax)
                : Optional.empty();
    }

    private Optional<String> text(JsonNode value, String at, int charsMax) {
        if (!value.isTextual()) {
            note(at, "must be a string");
            return Optional.empty();
        }
        var text = value.textValue();
        if (text.codePointCount(0, text.length()) > charsMax) {
            note(at, "has more than " + charsMax + " characters");
            return Optional.empty();
        }
        if (!Characters.areClean(text)) {
            note(at, "has characters that nobody can read: control characters or half a pair");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /// A text that `parser` knows.
    public <T> Optional<T> choice(
            String field, Function<String, Optional<T>> parser, String reason) {
        var text = text(field, CHOICE_CHARS_MAX);
        var parsed = text.flatMap(parser);
        if (text.isPresent() && parsed.isEmpty()) {
            violate(field, reason);
        }
        return parsed;
    }

    public Optional<Boolean> flag(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        var value = node.get(field);
        if (!value.isBoolean()) {
            violate(field, "must be true or false");
            return Optional.empty();
        }
        return Optional.of(value.booleanValue());
    }

    public Optional<Long> number(String field, long min, long max) {
        if (!has(field)) {
            return Optional.empty();
        }
        var value = node.get(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            violate(field, "must be a whole number from " + min + " to " + max);
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    public Optional<Body> object(String field) {
        return has(field) ? part(node.get(field), pointer + "/" + field) : Optional.empty();
    }

    public List<Body> objects(String field, int countMax) {
        if (!has(field)) {
            return List.of();
        }
        var value = node.get(field);
        if (!value.isArray() || value.size() > countMax) {
            violate(field, "must be a list of at most " + countMax);
            return List.of();
        }
        var found = new ArrayList<Body>();
        for (int i = 0; i < value.size(); i++) {
            part(value.get(i), pointer + "/" + field + "/" + i).ifPresent(found::add);
        }
        return found;
    }

    /// An object whose names are the caller's own and whose values are texts; null is as good as not
    /// there.
    public Map<String, String> texts(String field, int countMax, int charsMax) {
        var texts = new TreeMap<String, String>();
        object(field).ifPresent(part -> part.texts(texts, countMax, charsMax));
        return texts;
    }

    private void texts(Map<String, String> texts, int countMax, int charsMax) {
        for (var member : node.properties()) {
            var name = member.getKey();
            known.add(name);
            var at = pointer + "/" + escape(name);
            if (name.isEmpty()
                    || name.codePointCount(0, name.length()) > NAME_CHARS_MAX
                    || !Characters.areClean(name)) {
                note(at, "is no name: it takes 1 to " + NAME_CHARS_MAX + " readable characters");
            } else if (!member.getValue().isNull()) {
                text(member.getValue(), at, charsMax).ifPresent(value -> texts.put(name, value));
            }
        }
        if (node.size() > countMax) {
            note(pointer, "has more than " + countMax + " members");
        }
    }

    /// The value that a required field must have; notes its absence.
    public <T> Optional<T> required(String field, Optional<T> value) {
        if (value.isEmpty() && !has(field)) {
            violate(field, "is required");
        }
        return value;
    }

    /// Throws when anything was wrong, naming all of it.
    public void check() {
        refuseUnknown();
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.InvalidRequest(violations));
        }
    }

    private Optional<Body> part(JsonNode value, String at) {
        if (!value.isObject()) {
            note(at, "must be an object");
            return Optional.empty();
        }
        var part = new Body(value, at, violations);
        parts.add(part);
        return Optional.of(part);
    }

    private void refuseUnknown() {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        note(pointer + "/" + escape(name), "is not a field of this request");
                    }
                });
        parts.forEach(Body::refuseUnknown);
    }

    /// RFC 6901; and no more of a caller's text than it takes to recognise it.
    private static String escape(String name) {
        return Characters.start(name, NAME_CHARS_MAX).replace("~", "~0").replace("/", "~1");
    }

    private static final int CHOICE_CHARS_MAX = 100;
    private static final int NAME_CHARS_MAX = 100;

    /// Nobody reads more of them; a body of 64 KB has room for ten thousand.
    private static final int VIOLATIONS_MAX = 100;
}
