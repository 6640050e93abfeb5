package dev.easel.aws;

import dev.easel.failure.Billed;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Result;
import dev.easel.reliability.Sample;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What was observed beside the benchmark, as it is kept among its runs: under the id of an attempt or
/// an evaluation where a run has its window. Windows are moments and ids are not, so neither is ever
/// found by the other's name.
final class ObservationRow {

    private static final String SAMPLE = "sample";
    private static final String PARTS = "parts";
    private static final String RESULT = "result";
    private static final String LATENCY = "latency_ms";
    private static final String PICTURE = "picture";
    private static final String BILLED = "billed";
    private static final String MICRO_DOLLARS = "micro_dollars";
    private static final String SIMULATED = "simulated";

    private ObservationRow() {}

    static Map<String, AttributeValue> write(Series series, String id, Observation observation) {
        return new RowBuilder()
                .text(RunRow.WINDOW, id)
                .text(RunRow.PROVIDER, series.subject())
                .text(RunRow.SERIES, series.wire())
                .instant(RunRow.AT, observation.at())
                .row(SAMPLE, observation.sample(), ObservationRow::write)
                .row(PARTS, observation.parts(), ObservationRow::write)
                .number(Guards.EXP, observation.at().plus(RunRow.LIFE).getEpochSecond())
                .build();
    }

    private static RowBuilder write(Map<String, Sample> parts) {
        var row = new RowBuilder();
        parts.forEach((name, sample) -> row.row(name, sample, ObservationRow::write));
        return row;
    }

    private static RowBuilder write(Sample sample) {
        var row =
                new RowBuilder()
                        .text(RESULT, sample.result().wire())
                        .flag(PICTURE, sample.picture())
                        .text(BILLED, sample.billed().wire())
                        .flag(SIMULATED, sample.simulated());
        var latency = sample.latency();
        if (latency != null) {
            row.number(LATENCY, latency.toMillis());
        }
        var price = sample.microDollars();
        if (price != null) {
            row.number(MICRO_DOLLARS, price);
        }
        return row;
    }

    static Observation read(Row row) {
        var parts = new HashMap<String, Sample>();
        var kept = row.row(PARTS);
        kept.attributes().keySet().forEach(name -> parts.put(name, readSample(kept.row(name))));
        return Observation.of(row.instant(RunRow.AT), readSample(row.row(SAMPLE)), parts);
    }

    private static Sample readSample(Row row) {
        return new Sample(
                Result.of(row.text(RESULT)).orElseThrow(),
                row.has(LATENCY) ? Duration.ofMillis(row.number(LATENCY)) : null,
                row.flag(PICTURE),
                Billed.valueOf(row.text(BILLED).toUpperCase(Locale.ROOT)),
                row.has(MICRO_DOLLARS) ? Long.valueOf(row.number(MICRO_DOLLARS)) : null,
                row.flag(SIMULATED));
    }
}
