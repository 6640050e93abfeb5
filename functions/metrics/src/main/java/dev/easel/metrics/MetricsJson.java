package dev.easel.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.FailureClass;
import dev.easel.judging.Verdict;
import dev.easel.reliability.Bucket;
import dev.easel.reliability.Digest;
import dev.easel.reliability.Incident;
import dev.easel.reliability.Latencies;
import dev.easel.reliability.Percentile;
import dev.easel.reliability.Rate;
import dev.easel.reliability.Result;
import dev.easel.reliability.Source;
import dev.easel.reliability.Tally;
import dev.easel.reliability.Window;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// A report as JSON. What nobody knows is null; times are RFC 3339, latencies whole milliseconds,
/// costs dollars.
final class MetricsJson {

    private static final double MICRO = 1e6;

    private MetricsJson() {}

    /// The whole answer.
    static ObjectNode write(Report report) {
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("window", report.window().wire())
                        .put("source", report.source().wire())
                        .put("from", report.from().toString())
                        .put("to", report.to().toString());
        json.setAll(content(report));
        return json;
    }

    /// What is in it, whenever it was asked for.
    static ObjectNode content(Report report) {
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("simulated", report.isSimulated())
                        .put("step_seconds", report.window().step().toSeconds());
        var providers = json.putArray("providers");
        report.providers().forEach(one -> providers.add(write(report.source(), one)));
        if (report.panel() != null) {
            json.set("evaluations", panel(report.panel()));
        }
        return json;
    }

    /// The last day of a provider in a few words.
    static ObjectNode summary(Report.OfProvider one) {
        var tally = one.digest().tally();
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("provider", one.provider())
                        .put("window", Window.DAY.wire())
                        .put("source", Source.BENCHMARK.wire())
                        .put("state", one.health().wire())
                        .put("simulated", tally.simulated() > 0);
        json.set("success_rate", rate(tally.successRate()));
        json.set("latency_ms", latency(tally.latencies()));
        return json;
    }

    private static ObjectNode write(Source source, Report.OfProvider one) {
        var digest = one.digest();
        var tally = digest.tally();
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("provider", one.provider())
                        .put("state", one.health().wire())
                        .put("calls", tally.calls())
                        .put("simulated", tally.simulated());
        json.set("success_rate", rate(tally.successRate()));
        json.set("success_rate_of_all_calls", rate(tally.strictSuccessRate()));
        json.set("latency_ms", latency(tally.latencies()));
        json.set("histogram", histogram(tally.latencies()));
        json.set("results", results(tally));
        if (source == Source.BENCHMARK) {
            json.put("skipped", digest.skipped()).put("missed", digest.missed());
            json.put("lost", lost(tally));
        }
        json.set("cost", cost(tally));
        var points = json.putArray("points");
        digest.points().forEach(point -> points.add(point(point)));
        var incidents = json.putArray("incidents");
        one.incidents().forEach(incident -> incidents.add(incident(incident)));
        return json;
    }

    private static long lost(Tally tally) {
        return tally.results().getOrDefault(FailureClass.LOST.wire(), 0L);
    }

    private static @Nullable ObjectNode rate(Optional<Rate> rate) {
        return rate.map(known ->
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("value", known.share())
                                .put("low", known.interval().low())
                                .put("high", known.interval().high())
                                .put("n", known.n())
                                .put("successes", known.successes()))
                .orElse(null);
    }

    private static ObjectNode latency(Latencies latencies) {
        var json = JsonNodeFactory.instance.objectNode().put("n", latencies.count());
        for (var percentile : Percentile.values()) {
            json.set(
                    percentile.name().toLowerCase(Locale.ROOT),
                    latencies
                            .estimate(percentile)
                            .map(known ->
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .put("value", known.value().toMillis())
                                            .put("low", millis(known.low()))
                                            .put("high", millis(known.high())))
                            .orElse(null));
        }
        return json;
    }

    private static ArrayNode histogram(Latencies latencies) {
        var json = JsonNodeFactory.instance.arrayNode();
        var buckets = Bucket.of(latencies);
        for (int i = 0; i < buckets.size(); i++) {
            var bucket = buckets.get(i);
            json.addObject()
                    .put("from_ms", bucket.from().toMillis())
                    .put("to_ms", i + 1 < buckets.size() ? bucket.to().toMillis() : null)
                    .put("count", bucket.count());
        }
        return json;
    }

    private static ObjectNode results(Tally tally) {
        var json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(tally.results()).forEach(json::put);
        return json;
    }

    private static ObjectNode cost(Tally tally) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("usd", tally.microDollars() / MICRO)
                .put("usd_per_picture", dollars(tally.costPerPicture()))
                .put("usd_per_usable_picture", dollars(tally.costPerUsablePicture()))
                .put("billed", tally.billed())
                .put("unsettled", tally.unsettled())
                .put("unpriced", tally.unpriced());
    }

    private static @Nullable Double dollars(Optional<Long> microDollars) {
        return microDollars.map(known -> known / MICRO).orElse(null);
    }

    private static ObjectNode point(Digest.Point point) {
        var tally = point.tally();
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("from", point.from().toString())
                        .put("n", tally.judged())
                        .put("successes", tally.successes())
                        .put("p50_ms", value(tally.latencies(), Percentile.P50))
                        .put("p95_ms", value(tally.latencies(), Percentile.P95))
                        .put("skipped", point.skipped())
                        .put("missed", point.missed());
        json.set("results", results(tally));
        return json;
    }

    private static @Nullable Long value(Latencies latencies, Percentile percentile) {
        return latencies.estimate(percentile).map(known -> known.value().toMillis()).orElse(null);
    }

    private static ObjectNode incident(Incident incident) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("aspect", incident.aspect().wire())
                .put("began", incident.began().toString())
                .put("noticed", incident.noticed().toString())
                .put("ended", text(incident.ended()))
                .put("before", incident.before())
                .put("during", incident.during())
                .put("simulated", incident.simulated());
    }

    private static ObjectNode panel(Digest panel) {
        var tally = panel.tally();
        var n = tally.results().values().stream().mapToLong(Long::longValue).sum();
        var json = JsonNodeFactory.instance.objectNode().put("n", n);
        json.set("verdicts", results(tally));
        json.set(
                "incomplete",
                rate(
                        Rate.of(
                                tally.results()
                                        .getOrDefault(
                                                new Result.Judged(Verdict.INCOMPLETE).wire(), 0L),
                                n)));
        json.set("time_to_verdict_ms", latency(tally.latencies()));
        json.set("histogram", histogram(tally.latencies()));
        var judges = json.putArray("judges");
        new TreeMap<>(panel.parts())
                .forEach((name, part) -> {
                    var judge = judges.addObject().put("judge", name);
                    judge.set("results", results(part));
                    judge.set("latency_ms", latency(part.latencies()));
                });
        return json;
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
