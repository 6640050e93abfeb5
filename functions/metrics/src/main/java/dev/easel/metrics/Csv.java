package dev.easel.metrics;

import dev.easel.reliability.Digest;
import dev.easel.reliability.Estimate;
import dev.easel.reliability.Percentile;
import dev.easel.reliability.Rate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A report's time series as RFC 4180 has it: a line for each provider and step. What nobody knows is
/// empty.
final class Csv {

    private static final String LINE_END = "\r\n";
    private static final List<String> HEADER =
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

    static String write(Report report) {
        var text = new StringBuilder(line(HEADER));
        report.providers()
                .forEach(one ->
                        one.digest()
                                .points()
                                .forEach(point -> text.append(line(cells(report, one, point)))));
        return text.toString();
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
