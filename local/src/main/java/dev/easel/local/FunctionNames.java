package dev.easel.local;

import dev.easel.template.LambdaFunction;

import java.util.List;
import java.util.Locale;

/// The short names by which a person calls functions: `SentinelPollFunction` is `sentinel-poll`.
final class FunctionNames {

    private static final String SUFFIX = "Function";

    private FunctionNames() {}

    static String shortName(String id) {
        var stem = id.endsWith(SUFFIX) ? id.substring(0, id.length() - SUFFIX.length()) : id;
        return stem.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /// The logical id of the function that is meant by a logical id, a physical name or a short
    /// name.
    static String find(String name, List<LambdaFunction> functions) {
        return functions.stream()
                .filter(one -> List.of(one.id(), one.name(), shortName(one.id())).contains(name))
                .map(LambdaFunction::id)
                .findFirst()
                .orElseThrow(() -> unknown(name, functions));
    }

    private static IllegalArgumentException unknown(String name, List<LambdaFunction> functions) {
        var known = functions.stream().map(one -> shortName(one.id())).sorted().toList();
        return new IllegalArgumentException(
                "There is no function " + name + "; there are " + known + ".");
    }
}
