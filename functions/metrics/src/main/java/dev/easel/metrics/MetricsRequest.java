package dev.easel.metrics;

import dev.easel.reliability.Source;
import dev.easel.reliability.Window;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody wants to know.
///
/// @param provider absent for all of them
/// @param table which one, where the format has one at a time
record MetricsRequest(
        Window window, Source source, @Nullable String provider, Format format, Table table) {

    /// What can be told as one table.
    enum Table {
        POINTS,
        HISTOGRAM,
        RESULTS;

        static Optional<Table> of(String wire) {
            return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it is to be told.
    enum Format {
        JSON,
        CSV;

        static Optional<Format> of(String wire) {
            return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
        }

        private String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Of a query.
    ///
    /// @param providers whom anybody may ask about
    static MetricsRequest of(Map<String, List<String>> parameters, List<String> providers) {
        var query = new Query(parameters);
        var request =
                new MetricsRequest(
                        query.maybe(
                                        "window",
                                        Window::of,
                                        oneOf(
                                                Arrays.stream(Window.values())
                                                        .map(Window::wire)
                                                        .toList()))
                                .orElse(Window.DAY),
                        query.maybe("source", MetricsRequest::source, oneOf(SOURCES))
                                .orElse(Source.BENCHMARK),
                        query.maybe(
                                        "provider",
                                        name -> Optional.of(name).filter(providers::contains),
                                        oneOf(providers))
                                .orElse(null),
                        query.maybe("format", Format::of, "json or csv").orElse(Format.JSON),
                        query.maybe("table", Table::of, "one of points, histogram, results")
                                .orElse(Table.POINTS));
        query.check();
        return request;
    }

    private static final List<String> SOURCES =
            Source.OF_PROVIDERS.stream().map(Source::wire).toList();

    private static Optional<Source> source(String wire) {
        return Source.of(wire).filter(Source.OF_PROVIDERS::contains);
    }

    private static String oneOf(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "one of ", ""));
    }

    /// Of everybody, or of one, over a window of the benchmark.
    static MetricsRequest ofBenchmark(Window window, @Nullable String provider) {
        return new MetricsRequest(window, Source.BENCHMARK, provider, Format.JSON, Table.POINTS);
    }

    boolean wants(String name) {
        return provider == null || provider.equals(name);
    }
}
