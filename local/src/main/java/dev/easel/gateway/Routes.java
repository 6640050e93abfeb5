package dev.easel.gateway;

import dev.easel.template.Trigger.Route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the function of a request as an HTTP API does: the most specific route wins, a plain
/// segment before a `{name}`, a `{name}` before a `{name+}`, any of them before `$default`; a
/// method before `ANY`.
final class Routes {

    /// A route that matches, with what its names stand for; the values are as they were sent, still
    /// percent-encoded.
    record Match(Route route, FunctionRuntime function, Map<String, String> parameters) {}

    private record Entry(Route route, FunctionRuntime function, List<String> segments) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(Route route, FunctionRuntime function) {
        entries.add(new Entry(route, function, segments(route.path())));
        entries.sort(Comparator.comparing(Routes::rank));
    }

    Optional<Match> find(String method, String path) {
        var segments = segments(path);
        return entries.stream()
                .filter(entry ->
                        accepts(entry.route(), method) && matches(entry.segments(), segments))
                .findFirst()
                .map(entry ->
                        new Match(
                                entry.route(),
                                entry.function(),
                                parameters(entry.segments(), segments)));
    }

    private static boolean accepts(Route route, String method) {
        return route.method().equals("ANY") || route.method().equals(method);
    }

    /// Smaller is more specific; compared segment by segment, then by method.
    private static String rank(Entry entry) {
        var rank = new StringBuilder();
        for (var segment : entry.segments()) {
            rank.append(
                    isDefault(segment)
                            ? '3'
                            : isGreedy(segment) ? '2' : isName(segment) ? '1' : '0');
        }
        return rank.append(entry.route().method().equals("ANY") ? "~" : " ").toString();
    }

    private static boolean matches(List<String> pattern, List<String> segments) {
        var last = pattern.getLast();
        if (isDefault(last)) {
            return true;
        }
        var open = isGreedy(last) && segments.size() >= pattern.size();
        if (!open && segments.size() != pattern.size()) {
            return false;
        }
        return IntStream.range(0, pattern.size())
                .allMatch(i ->
                        isName(pattern.get(i))
                                ? !segments.get(i).isEmpty()
                                : pattern.get(i).equals(segments.get(i)));
    }

    private static Map<String, String> parameters(List<String> pattern, List<String> segments) {
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < pattern.size(); i++) {
            var name = pattern.get(i);
            if (isGreedy(name)) {
                var rest = String.join("/", segments.subList(i, segments.size()));
                parameters.put(name.substring(1, name.length() - 2), rest);
            } else if (isName(name)) {
                parameters.put(name.substring(1, name.length() - 1), segments.get(i));
            }
        }
        return parameters;
    }

    private static boolean isDefault(String segment) {
        return segment.equals("$default");
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.startsWith("{") && segment.endsWith("+}");
    }

    private static List<String> segments(String path) {
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }
}
