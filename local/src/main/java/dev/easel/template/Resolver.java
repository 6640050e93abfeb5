package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves the intrinsics that a template of Easel uses. Any other fails with a sentence that
/// names it and its place: a wrong guess would run something else here than what deploys.
final class Resolver {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]+)}");

    /// What `AWS::NoValue` stands for: the property or the item is as good as not written.
    private enum Absent {
        NO_VALUE
    }

    /// Answers `!Ref` and `!GetAtt` of resources; null where there is no such thing.
    interface Lookup {
        @Nullable String ref(String id);

        @Nullable String attribute(String id, String attribute);
    }

    private final Map<String, Object> parameters;
    private final Map<String, Object> conditions;
    private final Lookup resources;

    Resolver(Map<String, Object> parameters, Map<String, Object> conditions, Lookup resources) {
        this.parameters = parameters;
        this.conditions = conditions;
        this.resources = resources;
    }

    @Nullable Object resolve(@Nullable Object value, String place) {
        var resolved = walk(value, place);
        return resolved instanceof Absent ? null : resolved;
    }

    boolean condition(String name, String place) {
        var raw = conditions.get(name);
        if (raw == null) {
            throw new TemplateException(
                    "%s names the condition %s, which does not exist.".formatted(place, name));
        }
        return truth(raw, "Conditions." + name);
    }

    private @Nullable Object walk(@Nullable Object value, String place) {
        return switch (value) {
            case null -> null;
            case Intrinsic intrinsic -> call(intrinsic, place);
            case Map<?, ?> map -> walkMap(map, place);
            case List<?> list -> walkList(list, place);
            case Object scalar -> scalar;
        };
    }

    private @Nullable Object walkMap(Map<?, ?> map, String place) {
        if (map.size() == 1) {
            var only = map.entrySet().iterator().next();
            var intrinsic = Intrinsic.ofKey(String.valueOf(only.getKey()), only.getValue());
            if (intrinsic != null) {
                return call(intrinsic, place);
            }
        }
        var resolved = new LinkedHashMap<String, Object>();
        map.forEach((key, one) -> {
            var result = walk(one, place + "." + key);
            if (result != null && !(result instanceof Absent)) {
                resolved.put(String.valueOf(key), result);
            }
        });
        return resolved;
    }

    private List<Object> walkList(List<?> list, String place) {
        var resolved = new ArrayList<>();
        for (var i = 0; i < list.size(); i++) {
            var result = walk(list.get(i), place + "[" + i + "]");
            if (result != null && !(result instanceof Absent)) {
                resolved.add(result);
            }
        }
        return resolved;
    }

    private @Nullable Object call(Intrinsic intrinsic, String place) {
        var argument = intrinsic.argument();
        return switch (intrinsic.name()) {
            case "Ref" -> ref(String.valueOf(argument), place);
            case "GetAtt" -> attribute(argument, place);
            case "Sub" -> sub(argument, place);
            case "Join" -> join(arguments(intrinsic, 2, place), place);
            case "If" -> choose(arguments(intrinsic, 3, place), place);
            case "Equals", "Not", "And", "Or", "Condition" -> truth(intrinsic, place);
            default ->
                    throw new TemplateException(
                            "!%s in %s is not understood here; local mode knows Ref, GetAtt, Sub, Join, If, Equals, Not, And and Or."
                                    .formatted(intrinsic.name(), place));
        };
    }

    private Object ref(String name, String place) {
        var value = pseudo(name);
        if (value == null) {
            value = parameters.get(name);
        }
        if (value == null) {
            value = resources.ref(name);
        }
        if (value == null) {
            throw new TemplateException(
                    "%s refers to %s, which is neither a parameter nor a resource."
                            .formatted(place, name));
        }
        return value;
    }

    private static @Nullable Object pseudo(String name) {
        return switch (name) {
            case "AWS::Region" -> Names.REGION;
            case "AWS::AccountId" -> Names.ACCOUNT;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> Names.STACK;
            case "AWS::StackId" -> Names.arn("cloudformation", "stack/" + Names.STACK);
            case "AWS::NoValue" -> Absent.NO_VALUE;
            default -> null;
        };
    }

    private String attribute(@Nullable Object argument, String place) {
        var path =
                argument instanceof List<?> parts
                        ? String.join(".", parts.stream().map(String::valueOf).toList())
                        : String.valueOf(argument);
        var dot = path.indexOf('.');
        var value =
                dot < 0
                        ? null
                        : resources.attribute(path.substring(0, dot), path.substring(dot + 1));
        if (value == null) {
            throw new TemplateException(
                    "!GetAtt %s in %s is nothing that exists here.".formatted(path, place));
        }
        return value;
    }

    private String sub(@Nullable Object argument, String place) {
        var own = new LinkedHashMap<String, Object>();
        var text = argument;
        if (argument instanceof List<?> both && both.size() == 2) {
            text = both.get(0);
            own.putAll(Section.mapping(walk(both.get(1), place), place));
        }
        if (!(text instanceof String pattern)) {
            throw new TemplateException(
                    "!Sub in " + place + " wants a text, or a text and a mapping.");
        }
        return HOLE.matcher(pattern)
                .replaceAll(hole -> Matcher.quoteReplacement(fill(hole.group(1), own, place)));
    }

    private String fill(String name, Map<String, Object> own, String place) {
        if (name.startsWith("!")) {
            return "${" + name.substring(1) + "}";
        }
        var value = own.get(name);
        if (value == null) {
            value = name.contains(".") ? attribute(name, place) : ref(name, place);
        }
        return String.valueOf(value);
    }

    private String join(List<?> arguments, String place) {
        if (!(walk(arguments.get(1), place) instanceof List<?> parts)) {
            throw new TemplateException("!Join in " + place + " wants a separator and a list.");
        }
        return String.join(
                String.valueOf(arguments.get(0)), parts.stream().map(String::valueOf).toList());
    }

    private @Nullable Object choose(List<?> arguments, String place) {
        var holds = condition(String.valueOf(arguments.get(0)), place);
        return walk(arguments.get(holds ? 1 : 2), place);
    }

    private boolean truth(@Nullable Object raw, String place) {
        var value = raw;
        if (raw instanceof Map<?, ?> map && map.size() == 1) {
            var only = map.entrySet().iterator().next();
            var name = String.valueOf(only.getKey());
            value =
                    name.equals("Condition")
                            ? new Intrinsic(name, only.getValue())
                            : Intrinsic.ofKey(name, only.getValue());
        }
        if (!(value instanceof Intrinsic call)) {
            throw new TemplateException(place + " is not a condition.");
        }
        return switch (call.name()) {
            case "Condition" -> condition(String.valueOf(call.argument()), place);
            case "Equals" -> equal(arguments(call, 2, place), place);
            case "Not" -> !truth(arguments(call, 1, place).getFirst(), place);
            case "And" -> list(call, place).stream().allMatch(one -> truth(one, place));
            case "Or" -> list(call, place).stream().anyMatch(one -> truth(one, place));
            default ->
                    throw new TemplateException(
                            "!%s in %s is not a condition.".formatted(call.name(), place));
        };
    }

    private boolean equal(List<?> arguments, String place) {
        var left = String.valueOf(walk(arguments.get(0), place));
        return left.equals(String.valueOf(walk(arguments.get(1), place)));
    }

    private static List<?> arguments(Intrinsic intrinsic, int count, String place) {
        var list = list(intrinsic, place);
        if (list.size() != count) {
            throw new TemplateException(
                    "!%s in %s wants %d arguments, not %d."
                            .formatted(intrinsic.name(), place, count, list.size()));
        }
        return list;
    }

    private static List<?> list(Intrinsic intrinsic, String place) {
        if (!(intrinsic.argument() instanceof List<?> list)) {
            throw new TemplateException(
                    "!%s in %s wants a list.".formatted(intrinsic.name(), place));
        }
        return list;
    }
}
