package dev.easel.metrics;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the parameters of a query, and tells of everything that is wrong with them at once. One that
/// nobody knows is wrong, too: a slip of the pen must not be answered with something else.
final class Query {

    private final Map<String, List<String>> parameters;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /// @param parameters values by name, as often as each was given
    Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /// A parameter that may be missing.
    ///
    /// @param reader empty for a value that is none
    /// @param expected what would have been one: `one of a, b`
    <T> Optional<T> maybe(String name, Function<String, Optional<T>> reader, String expected) {
        known.add(name);
        var values = parameters.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            violations.add(new Violation("/" + name, "is there more than once"));
            return Optional.empty();
        }
        var read = reader.apply(values.getFirst());
        if (read.isEmpty()) {
            violations.add(new Violation("/" + name, "is not " + expected));
        }
        return read;
    }

    /// Throws when anything was wrong. Call it last.
    void check() {
        parameters.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> violations.add(new Violation("/" + name, "is not known here")));
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.InvalidRequest(violations));
        }
    }
}
