package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One mapping of the template, read property by property. A value is resolved when it is asked
/// for: what nobody asks for (a policy, an alarm) may use any intrinsic it likes. Every complaint
/// names the place.
final class Section {

    private final String place;
    private final Map<String, Object> raw;
    private final Resolver resolver;

    Section(String place, Map<String, Object> raw, Resolver resolver) {
        this.place = place;
        this.raw = raw;
        this.resolver = resolver;
    }

    String place() {
        return place;
    }

    Iterable<String> keys() {
        return raw.keySet();
    }

    @Nullable Object value(String key) {
        return resolver.resolve(raw.get(key), place + "." + key);
    }

    String text(String key) {
        var text = text(key, null);
        if (text == null) {
            throw new TemplateException(place + "." + key + " is missing.");
        }
        return text;
    }

    @Nullable String text(String key, @Nullable String otherwise) {
        return switch (value(key)) {
            case null -> otherwise;
            case Map<?, ?> _ -> throw wrong(key, "a mapping where a text is wanted");
            case List<?> _ -> throw wrong(key, "a list where a text is wanted");
            case Object scalar -> scalar.toString();
        };
    }

    int number(String key, int otherwise) {
        var text = text(key, null);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw wrong(key, text + ", not a whole number");
        }
    }

    Duration seconds(String key, int otherwise) {
        return Duration.ofSeconds(number(key, otherwise));
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(text(key, "false"));
    }

    boolean has(String key) {
        return value(key) != null;
    }

    /// A list of texts; one text alone is a list of one.
    List<String> texts(String key) {
        return switch (value(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object scalar -> List.of(scalar.toString());
        };
    }

    /// An absent mapping is an empty one.
    Section section(String key) {
        return new Section(place + "." + key, mapping(raw.get(key), place + "." + key), resolver);
    }

    List<Section> sections(String key) {
        return switch (value(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(item -> item(key, item)).toList();
            case Object _ -> throw wrong(key, "not a list");
        };
    }

    private Section item(String key, @Nullable Object item) {
        return new Section(place + "." + key, mapping(item, place + "." + key), resolver);
    }

    /// This section over `base`: mappings are merged key by key, anything else of this section
    /// wins. The way SAM merges Globals.
    Section over(Section base) {
        return new Section(place, merged(base.raw, raw), resolver);
    }

    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> own) {
        var merged = new LinkedHashMap<>(base);
        own.forEach((key, value) -> {
            var below = base.get(key);
            var both = below instanceof Map<?, ?> && value instanceof Map<?, ?>;
            merged.put(key, both ? merged(mapping(below, key), mapping(value, key)) : value);
        });
        return merged;
    }

    static Map<String, Object> mapping(@Nullable Object value, String place) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateException(place + " is not a mapping.");
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, one) -> {
            if (one != null) {
                copy.put(String.valueOf(key), one);
            }
        });
        return copy;
    }

    private TemplateException wrong(String key, String what) {
        return new TemplateException(place + "." + key + " is " + what + ".");
    }
}
