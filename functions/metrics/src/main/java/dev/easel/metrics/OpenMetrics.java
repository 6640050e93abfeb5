package dev.easel.metrics;

import dev.easel.reliability.Health;
import dev.easel.reliability.Percentile;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// A report as OpenMetrics text. All are gauges: what is counted over a window that moves goes down
/// again, and a percentile is no sum.
final class OpenMetrics {

    /// Without a charset, of which this text needs none: the container takes what follows it for a part of
    /// its name, and never answers.
    static final String TYPE = "application/openmetrics-text; version=1.0.0";

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private OpenMetrics(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        return new OpenMetrics(report).write();
    }

    private String write() {
        family(
                "easel_provider_up",
                "",
                "1 where the change detector sees no incident, 0 where it does.");
        each(one -> one.health() == Health.DEGRADED ? 0.0 : 1.0, "easel_provider_up");
        rates();
        runs();
        latencies();
        family("easel_provider_windows_skipped", "", "Fires that found their cron window taken.");
        each(one -> (double) one.digest().skipped(), "easel_provider_windows_skipped");
        family("easel_provider_windows_missed", "", "Cron windows in which nothing fired.");
        each(one -> number(one.digest().missed()), "easel_provider_windows_missed");
        family("easel_provider_cost_dollars", "dollars", "What the calls cost, by the price list.");
        each(one -> one.digest().tally().microDollars() / 1e6, "easel_provider_cost_dollars");
        family(
                "easel_provider_cost_per_usable_picture_dollars",
                "dollars",
                "What a usable picture costs, useless ones and billed failures included.");
        each(
                one ->
                        one.digest()
                                .tally()
                                .costPerUsablePicture()
                                .map(micro -> micro / 1e6)
                                .orElse(null),
                "easel_provider_cost_per_usable_picture_dollars");
        return text.append("# EOF\n").toString();
    }

    private void rates() {
        family(
                "easel_provider_success_ratio",
                "ratio",
                "Successes among the calls that say something about the provider.");
        each(
                one -> one.digest().tally().successRate().map(rate -> rate.share()).orElse(null),
                "easel_provider_success_ratio");
        family(
                "easel_provider_success_low_ratio",
                "ratio",
                "The lower end of its Wilson interval at 95 %.");
        each(
                one ->
                        one.digest()
                                .tally()
                                .successRate()
                                .map(rate -> rate.interval().low())
                                .orElse(null),
                "easel_provider_success_low_ratio");
        family(
                "easel_provider_success_high_ratio",
                "ratio",
                "The upper end of its Wilson interval at 95 %.");
        each(
                one ->
                        one.digest()
                                .tally()
                                .successRate()
                                .map(rate -> rate.interval().high())
                                .orElse(null),
                "easel_provider_success_high_ratio");
    }

    private void runs() {
        family("easel_provider_runs", "", "What came of the runs of the window, by result.");
        report.providers()
                .forEach(one ->
                        new TreeMap<>(one.digest().tally().results())
                                .forEach((result, n) ->
                                        sample(
                                                "easel_provider_runs",
                                                one,
                                                List.of("result=\"" + result + "\""),
                                                n)));
    }

    private void latencies() {
        family(
                "easel_provider_latency_seconds",
                "seconds",
                "Percentiles of the time to a picture that can be seen, where the runs are"
                        + " enough.");
        report.providers()
                .forEach(one -> {
                    for (var percentile : Percentile.values()) {
                        one.digest()
                                .tally()
                                .latencies()
                                .estimate(percentile)
                                .ifPresent(known ->
                                        sample(
                                                "easel_provider_latency_seconds",
                                                one,
                                                List.of(
                                                        "percentile=\""
                                                                + Math.round(
                                                                        percentile.share() * 100)
                                                                + "\""),
                                                seconds(known.value())));
                    }
                });
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static @Nullable Double number(@Nullable Long value) {
        return value == null ? null : (double) value;
    }

    private void family(String name, String unit, String help) {
        text.append("# TYPE ").append(name).append(" gauge\n");
        if (!unit.isEmpty()) {
            text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
        }
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    /// What nobody knows has no sample.
    private void each(Function<Report.OfProvider, @Nullable Double> value, String name) {
        report.providers()
                .forEach(one -> {
                    var known = value.apply(one);
                    if (known != null) {
                        sample(name, one, List.of(), known);
                    }
                });
    }

    private void sample(String name, Report.OfProvider one, List<String> more, double value) {
        var labels = new ArrayList<String>();
        labels.add("provider=\"" + one.provider() + "\"");
        labels.add("source=\"" + report.source().wire() + "\"");
        labels.add("window=\"" + report.window().wire() + "\"");
        labels.add("simulated=\"" + (one.digest().tally().simulated() > 0) + "\"");
        labels.addAll(more);
        text.append(name)
                .append('{')
                .append(String.join(",", labels))
                .append("} ")
                .append(plain(value))
                .append('\n');
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
