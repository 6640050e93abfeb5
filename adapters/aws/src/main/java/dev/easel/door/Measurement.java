package dev.easel.door;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Billed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/// A fact in CloudWatch's embedded metric format: a log line that says which of its members are
/// metrics and which are their dimensions. CloudWatch reads them out of the line; nobody calls it.
///
/// The rest of the line, such as ids, stays searchable and costs nothing.
///
/// @param message what the log line says
/// @param dimensions by what it is counted, each way by itself: at least one, and in each at least one
///     dimension, none blank
/// @param values at least one
record Measurement(String message, List<Dimensions> dimensions, List<Value> values) {

    private static final String NAMESPACE = "Easel";

    /// One number.
    ///
    /// @param unit one of CloudWatch's words
    record Value(String name, String unit, long number) {
        static Value count(String name, long number) {
            return new Value(name, "Count", number);
        }

        static Value time(String name, Duration took) {
            return new Value(name, "Milliseconds", took.toMillis());
        }
    }

    /// Counted in one way.
    Measurement(String message, Dimensions dimensions, List<Value> values) {
        this(message, List.of(dimensions), values);
    }

    static Measurement of(Fact fact, String function) {
        return switch (fact) {
            case Fact.Request(var route, var status, var took) ->
                    new Measurement(
                            "answered",
                            by("route", route.isBlank() ? "none" : route)
                                    .and("status_class", status / 100 + "xx"),
                            List.of(
                                    Value.count("Requests", 1),
                                    Value.time("RequestLatency", took)));
            case Fact.Admission(var outcome) ->
                    new Measurement(
                            "admission",
                            by("outcome", outcome),
                            List.of(Value.count("Admissions", 1)));
            case Fact.Attempt(var provider, var outcome, var billed, var took) ->
                    new Measurement(
                            "attempt",
                            by("provider", provider).and("class", outcome),
                            List.of(
                                    Value.count("Attempts", 1),
                                    Value.time("AttemptLatency", took),
                                    Value.count("AttemptsBilled", billed == Billed.YES ? 1 : 0),
                                    Value.count(
                                            "AttemptsBilledUnknown",
                                            billed == Billed.UNKNOWN ? 1 : 0)));
            case Fact.Generation(var outcome, var took) ->
                    new Measurement(
                            "generation ended",
                            by("outcome", outcome),
                            List.of(
                                    Value.count("Generations", 1),
                                    Value.time("GenerationTime", took)));
            case Fact.Verdict(var verdict, var took) ->
                    new Measurement(
                            "verdict",
                            // All together, too: no alarm can put percentiles together again.
                            List.of(by("verdict", verdict), by("function", function)),
                            List.of(Value.count("Verdicts", 1), Value.time("VerdictTime", took)));
            case Fact.Sweep(var generations, var evaluations) ->
                    new Measurement(
                            "swept",
                            by("function", function),
                            List.of(
                                    Value.count("SweptGenerations", generations),
                                    Value.count("SweptEvaluations", evaluations)));
            case Fact.Mishap() ->
                    new Measurement(
                            "failed",
                            by("function", function),
                            List.of(Value.count("MessagesFailed", 1)));
            case Fact.Fire(var runs) ->
                    new Measurement(
                            "benchmark fired",
                            by("function", function),
                            List.of(Value.count("BenchmarkRuns", runs)));
            case Fact.Watch(var degraded) ->
                    new Measurement(
                            "providers watched",
                            by("function", function),
                            List.of(Value.count("ProvidersDegraded", degraded)));
            case Fact.Retry(var provider, var failure) ->
                    new Measurement(
                            "retry",
                            by("provider", provider).and("class", failure),
                            List.of(Value.count("Retries", 1)));
        };
    }

    /// Writes the members that the format wants into a line.
    void into(ObjectNode line, Instant now) {
        var aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
        var directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        var sets = directive.putArray("Dimensions");
        dimensions.forEach(way -> {
            var set = sets.addArray();
            way.forEach((name, value) -> {
                set.add(name);
                line.put(name, value);
            });
        });
        var metrics = directive.putArray("Metrics");
        values.forEach(value -> {
            metrics.addObject().put("Name", value.name()).put("Unit", value.unit());
            line.put(value.name(), value.number());
        });
    }

    private static Dimensions by(String name, String value) {
        return new Dimensions().and(name, value);
    }

    /// In the order in which they were named.
    static final class Dimensions extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1;

        Dimensions and(String name, String value) {
            put(name, value);
            return this;
        }
    }
}
