package dev.easel.aws;

import dev.easel.reliability.Condition;
import dev.easel.reliability.Cusum;
import dev.easel.reliability.Gauge;
import dev.easel.reliability.Incident;
import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Norm;
import dev.easel.reliability.Notice;
import dev.easel.reliability.Phase;
import dev.easel.reliability.Series;
import dev.easel.reliability.Standing;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How a series stands, as it is kept.
final class StandingRow {

    static final String VERSION = "version";

    private static final String UP_TO = "up_to";
    private static final String SEEN_AT = "seen_at";
    private static final String TAKEN_AT = "taken_at";
    private static final String UNTOLD = "untold";
    private static final String NEWS = "news";
    private static final String INCIDENT = "incident";
    private static final String NORM = "norm";
    private static final String MEAN = "mean";
    private static final String GAUGES = "gauges";
    private static final String LEARNED_AT = "learned_at";
    private static final String DOUBTS = "doubts";
    private static final String HOPES = "hopes";
    private static final String OVER = "over";

    private StandingRow() {}

    /// Under the name of no series.
    static Map<String, AttributeValue> key(Series series) {
        return RollupRow.key(series.wire() + "#standing", Instant.EPOCH);
    }

    static Map<String, AttributeValue> write(Standing standing) {
        var row =
                new RowBuilder()
                        .instant(UP_TO, standing.upTo())
                        .instant(SEEN_AT, standing.seenAt())
                        .instant(TAKEN_AT, standing.takenAt())
                        .number(VERSION, standing.version())
                        .rows(UNTOLD, standing.untold(), StandingRow::write);
        standing.conditions()
                .forEach((aspect, condition) ->
                        row.row(aspect.wire(), condition, StandingRow::write));
        var item = new HashMap<>(row.build());
        item.putAll(key(standing.series()));
        return item;
    }

    private static RowBuilder write(Notice notice) {
        return new RowBuilder()
                .text(NEWS, notice.news().wire())
                .row(INCIDENT, notice.incident(), IncidentRow::write);
    }

    private static RowBuilder write(Condition condition) {
        var row =
                new RowBuilder()
                        .row(NORM, condition.norm(), StandingRow::write)
                        .instant(LEARNED_AT, condition.learnedAt())
                        .rows(OVER, condition.over(), IncidentRow::write);
        return switch (condition.phase()) {
            case Phase.Steady(var doubts) -> row.rows(DOUBTS, doubts, StandingRow::write);
            case Phase.Worse(var incident, var hopes) ->
                    row.row(INCIDENT, incident, IncidentRow::write)
                            .rows(HOPES, hopes, StandingRow::write);
        };
    }

    private static RowBuilder write(Norm norm) {
        return new RowBuilder()
                .decimal(MEAN, norm.mean())
                .rows(GAUGES, norm.gauges(), StandingRow::write);
    }

    private static RowBuilder write(Gauge gauge) {
        return new RowBuilder()
                .decimal("limit", gauge.limit())
                .decimal("usual", gauge.usual())
                .decimal("worse", gauge.worse());
    }

    private static RowBuilder write(Cusum sum) {
        return new RowBuilder()
                .decimal("level", sum.level())
                .instant("since", sum.since())
                .number("n", sum.n())
                .decimal("sum", sum.sum())
                .flag("simulated", sum.simulated());
    }

    static Standing read(Series series, Row row) {
        var conditions = new EnumMap<Aspect, Condition>(Aspect.class);
        for (var aspect : Aspect.values()) {
            conditions.put(aspect, readCondition(series, row.row(aspect.wire())));
        }
        return new Standing(
                series,
                row.instant(UP_TO),
                row.instant(SEEN_AT),
                conditions,
                row.rows(UNTOLD).stream().map(one -> readNotice(series, one)).toList(),
                row.instant(TAKEN_AT),
                row.number(VERSION));
    }

    private static Notice readNotice(Series series, Row row) {
        return new Notice(
                IncidentRow.read(series, row.row(INCIDENT)),
                Notice.News.valueOf(row.text(NEWS).toUpperCase(Locale.ROOT)));
    }

    private static Condition readCondition(Series series, Row row) {
        return new Condition(
                row.maybeRow(NORM).map(StandingRow::readNorm).orElse(null),
                row.instant(LEARNED_AT),
                readPhase(series, row),
                readIncidents(series, row.rows(OVER)));
    }

    private static List<Incident> readIncidents(Series series, List<Row> rows) {
        return rows.stream().map(row -> IncidentRow.read(series, row)).toList();
    }

    private static Phase readPhase(Series series, Row row) {
        return row.maybeRow(INCIDENT)
                .<Phase>map(incident ->
                        new Phase.Worse(
                                IncidentRow.read(series, incident), readSums(row.rows(HOPES))))
                .orElseGet(() -> new Phase.Steady(readSums(row.rows(DOUBTS))));
    }

    private static Norm readNorm(Row row) {
        return new Norm(
                row.decimal(MEAN),
                row.rows(GAUGES).stream()
                        .map(gauge ->
                                new Gauge(
                                        gauge.decimal("limit"),
                                        gauge.decimal("usual"),
                                        gauge.decimal("worse")))
                        .toList());
    }

    private static List<Cusum> readSums(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        new Cusum(
                                row.decimal("level"),
                                row.has("since") ? row.instant("since") : null,
                                row.number("n"),
                                row.decimal("sum"),
                                row.flag("simulated")))
                .toList();
    }
}
