package dev.easel.aws;

import dev.easel.reliability.Coverage;
import dev.easel.reliability.Latencies;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Series;
import dev.easel.reliability.Tally;

import software.amazon.awssdk.core.SdkBytes;
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

    private RollupRow() {}

    static Map<String, AttributeValue> key(String series, Instant hour) {
        return new RowBuilder().text(SERIES, series).instant(HOUR, hour).build();
    }

    static Map<String, AttributeValue> write(Rollup rollup) {
        var tally = rollup.tally();
        var row =
                new RowBuilder()
                        .text(SERIES, rollup.series().wire())
                        .instant(HOUR, rollup.hour())
                        .row("results", tally.results(), RollupRow::write)
                        .number("pictures", tally.pictures())
                        .number("billed", tally.billed())
                        .number("unsettled", tally.unsettled())
                        .number("micro_dollars", tally.microDollars())
                        .number("simulated", tally.simulated())
                        .number("skipped", rollup.skipped())
                        .row("coverage", rollup.coverage(), RollupRow::write)
                        .number(Guards.EXP, rollup.hour().plus(RunRow.LIFE).getEpochSecond())
                        .build();
        row.put(LATENCIES, AttributeValue.fromB(SdkBytes.fromByteArray(tally.latencies().bytes())));
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
                new Tally(
                        readResults(row.row("results")),
                        Latencies.of(row.bytes(LATENCIES)),
                        row.number("pictures"),
                        row.number("billed"),
                        row.number("unsettled"),
                        row.number("micro_dollars"),
                        row.number("simulated")),
                row.number("skipped"),
                row.maybeRow("coverage").map(RollupRow::readCoverage).orElse(null));
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
