package dev.easel.template;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The values of a template's parameters: its defaults, and over them what the caller asks for.
final class Parameters {

    private Parameters() {}

    /// Parameter name to a String, or to a list of them where the template says
    /// `CommaDelimitedList`.
    static Map<String, Object> of(Map<String, Object> declared, Map<String, String> overrides) {
        for (var name : overrides.keySet()) {
            if (!declared.containsKey(name)) {
                throw new TemplateException(
                        "The template has no parameter %s; it has %s."
                                .formatted(name, new TreeSet<>(declared.keySet())));
            }
        }
        var values = new LinkedHashMap<String, Object>();
        declared.forEach((name, raw) -> values.put(name, value(name, raw, overrides)));
        return values;
    }

    private static Object value(String name, Object raw, Map<String, String> overrides) {
        var declaration = raw instanceof Map<?, ?> map ? map : Map.of();
        var given = overrides.get(name);
        var value = given != null ? given : declaration.get("Default");
        if (value == null) {
            throw new TemplateException(
                    "The parameter %s has no default: give it with --parameter %s=VALUE."
                            .formatted(name, name));
        }
        var text = value.toString();
        require(name, text, declaration);
        var list = "CommaDelimitedList".equals(declaration.get("Type"));
        return list ? Arrays.stream(text.split(",", -1)).map(String::strip).toList() : text;
    }

    /// What CloudFormation would refuse to deploy is refused here, too.
    private static void require(String name, String text, Map<?, ?> declaration) {
        if (declaration.get("AllowedValues") instanceof List<?> allowed
                && allowed.stream().noneMatch(one -> String.valueOf(one).equals(text))) {
            throw refused(name, text, "allowed are " + allowed);
        }
        if ("Number".equals(declaration.get("Type"))) {
            requireNumber(name, text, declaration);
        }
        if (declaration.get("AllowedPattern") instanceof String pattern
                && !Pattern.matches(pattern, text)) {
            var words = declaration.get("ConstraintDescription");
            throw refused(name, text, "it must be " + (words == null ? "like " + pattern : words));
        }
    }

    private static void requireNumber(String name, String text, Map<?, ?> declaration) {
        try {
            var number = new BigDecimal(text);
            if (declaration.get("MinValue") instanceof Number min
                    && number.compareTo(new BigDecimal(min.toString())) < 0) {
                throw refused(name, text, "it must be at least " + min);
            }
            if (declaration.get("MaxValue") instanceof Number max
                    && number.compareTo(new BigDecimal(max.toString())) > 0) {
                throw refused(name, text, "it must be at most " + max);
            }
        } catch (NumberFormatException _) {
            throw refused(name, text, "it must be a number");
        }
    }

    private static TemplateException refused(String name, String text, String rule) {
        return new TemplateException("The parameter %s is %s; %s.".formatted(name, text, rule));
    }
}
