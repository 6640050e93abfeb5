package dev.easel.aws;

import dev.easel.reliability.Coverage;
import dev.easel.reliability.Latencies;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Series;
import dev.easel.reliability.Tally;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// An hour's rollup as it is kept.
final class RollupRow {

    static final String SERIES = "series";
    static final String HOUR = "hour";

    private static final String LATENCIES = "latencies";
    private static final String PARTS = "parts";

    private RollupRow() {}

    static Map<String, AttributeValue> key(String series, Instant hour) {
        return new RowBuilder().text(SERIES, series).instant(HOUR, hour).build();
    }

    static Map<String, AttributeValue> write(Rollup rollup) {
        return write(rollup.tally())
                .text(SERIES, rollup.series().wire())
                .instant(HOUR, rollup.hour())
                .number("skipped", rollup.skipped())
                .row("coverage", rollup.coverage(), RollupRow::write)
                .row(PARTS, rollup.parts().isEmpty() ? null : rollup.parts(), RollupRow::writeParts)
                .number(Guards.EXP, rollup.hour().plus(RunRow.LIFE).getEpochSecond())
                .build();
    }

    private static RowBuilder write(Tally tally) {
        return new RowBuilder()
                .row("results", tally.results(), RollupRow::write)
                .bytes(LATENCIES, tally.latencies().bytes())
                .number("pictures", tally.pictures())
                .number("billed", tally.billed())
                .number("unsettled", tally.unsettled())
                .number("micro_dollars", tally.microDollars())
                .number("unpriced", tally.unpriced())
                .number("simulated", tally.simulated());
    }

    private static RowBuilder writeParts(Map<String, Tally> parts) {
        var row = new RowBuilder();
        parts.forEach((name, tally) -> row.row(name, tally, RollupRow::write));
        return row;
    }

    private static RowBuilder write(Map<String, Long> results) {
        var row = new RowBuilder();
        results.forEach(row::number);
        return row;
    }

    private static RowBuilder write(Coverage coverage) {
        return new RowBuilder()
                .instant("first", coverage.first())
                .instant("last", coverage.last())
                .number("period_ms", coverage.period().toMillis())
                .number("fired", coverage.fired())
                .number("missed", coverage.missed());
    }

    static Rollup read(Series series, Row row) {
        return new Rollup(
                series,
                row.instant(HOUR),
                readTally(row),
                row.number("skipped"),
                row.maybeRow("coverage").map(RollupRow::readCoverage).orElse(null),
                row.maybeRow(PARTS).map(RollupRow::readParts).orElse(Map.of()));
    }

    private static Tally readTally(Row row) {
        return new Tally(
                readResults(row.row("results")),
                Latencies.of(row.bytes(LATENCIES)),
                row.number("pictures"),
                row.number("billed"),
                row.number("unsettled"),
                row.number("micro_dollars"),
                row.number("unpriced"),
                row.number("simulated"));
    }

    private static Map<String, Tally> readParts(Row row) {
        var parts = new HashMap<String, Tally>();
        row.attributes().keySet().forEach(name -> parts.put(name, readTally(row.row(name))));
        return parts;
    }

    private static Map<String, Long> readResults(Row row) {
        var results = new HashMap<String, Long>();
        row.attributes().keySet().forEach(name -> results.put(name, row.number(name)));
        return results;
    }

    private static Coverage readCoverage(Row row) {
        return new Coverage(
                row.instant("first"),
                row.instant("last"),
                Duration.ofMillis(row.number("period_ms")),
                row.number("fired"),
                row.number("missed"));
    }
}
