package dev.easel.metrics;

import dev.easel.reliability.Bucket;
import dev.easel.reliability.Digest;
import dev.easel.reliability.Estimate;
import dev.easel.reliability.Percentile;
import dev.easel.reliability.Rate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A report's tables as RFC 4180 has it: the time series, a line for each provider and step; the
/// histograms, one for each bar; or what came of the calls. What nobody knows is empty.
final class Csv {

    private static final String LINE_END = "\r\n";
    private static final List<String> BARS =
            List.of("provider", "source", "window", "from_ms", "to_ms", "count", "simulated");
    private static final List<String> RESULTS =
            List.of("provider", "source", "window", "result", "count", "simulated");
    private static final List<String> POINTS =
            List.of(
                    "provider",
                    "source",
                    "from",
                    "step_seconds",
                    "n",
                    "successes",
                    "success_rate",
                    "success_rate_low",
                    "success_rate_high",
                    "p50_ms",
                    "p95_ms",
                    "p99_ms",
                    "skipped",
                    "missed",
                    "cost_usd",
                    "simulated");

    private Csv() {}

    static String write(Report report, MetricsRequest.Table table) {
        return switch (table) {
            case POINTS ->
                    lines(
                            report,
                            POINTS,
                            one ->
                                    one.digest().points().stream()
                                            .map(point -> cells(report, one, point)));
            case HISTOGRAM -> lines(report, BARS, one -> bars(report, one));
            case RESULTS -> lines(report, RESULTS, one -> results(report, one));
        };
    }

    private static String lines(
            Report report,
            List<String> header,
            Function<Report.OfProvider, Stream<List<String>>> rows) {
        var text = new StringBuilder(line(header));
        report.providers().stream().flatMap(rows).forEach(cells -> text.append(line(cells)));
        return text.toString();
    }

    private static Stream<List<String>> bars(Report report, Report.OfProvider one) {
        var tally = one.digest().tally();
        return Bucket.of(tally.latencies()).stream()
                .map(bar ->
                        List.of(
                                one.provider(),
                                report.source().wire(),
                                report.window().wire(),
                                String.valueOf(bar.from().toMillis()),
                                String.valueOf(bar.to().toMillis()),
                                String.valueOf(bar.count()),
                                String.valueOf(tally.simulated() > 0)));
    }

    private static Stream<List<String>> results(Report report, Report.OfProvider one) {
        var tally = one.digest().tally();
        return new TreeMap<>(tally.results())
                .entrySet().stream()
                        .map(entry ->
                                List.of(
                                        one.provider(),
                                        report.source().wire(),
                                        report.window().wire(),
                                        entry.getKey(),
                                        String.valueOf(entry.getValue()),
                                        String.valueOf(tally.simulated() > 0)));
    }

    private static List<String> cells(Report report, Report.OfProvider one, Digest.Point point) {
        var tally = point.tally();
        var rate = tally.successRate();
        return List.of(
                one.provider(),
                report.source().wire(),
                point.from().toString(),
                String.valueOf(report.window().step().toSeconds()),
                String.valueOf(tally.judged()),
                String.valueOf(tally.successes()),
                number(rate, Rate::share),
                number(rate, known -> known.interval().low()),
                number(rate, known -> known.interval().high()),
                millis(point, Percentile.P50),
                millis(point, Percentile.P95),
                millis(point, Percentile.P99),
                String.valueOf(point.skipped()),
                String.valueOf(point.missed()),
                String.valueOf(tally.microDollars() / 1e6),
                String.valueOf(tally.simulated()));
    }

    private static String number(Optional<Rate> rate, Function<Rate, @Nullable Double> part) {
        return rate.map(part).map(String::valueOf).orElse("");
    }

    private static String millis(Digest.Point point, Percentile percentile) {
        return point.tally()
                .latencies()
                .estimate(percentile)
                .map(Estimate::value)
                .map(Duration::toMillis)
                .map(String::valueOf)
                .orElse("");
    }

    /// No value of ours holds a comma, a quote or the end of a line.
    private static String line(List<String> cells) {
        return String.join(",", cells) + LINE_END;
    }
}
