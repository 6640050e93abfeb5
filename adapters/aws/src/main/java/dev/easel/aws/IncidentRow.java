package dev.easel.aws;

import dev.easel.reliability.Incident;
import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// An incident as it is kept: beside the rollups, one partition for each series and aspect, by when it
/// began.
final class IncidentRow {

    private static final String ASPECT = "aspect";
    private static final String NOTICED = "noticed";
    private static final String ENDED = "ended";
    private static final String BEFORE = "before";
    private static final String DURING = "during";
    private static final String SIMULATED = "simulated";

    private IncidentRow() {}

    static String partition(Series series, Aspect aspect) {
        return series.wire() + "#" + aspect.wire();
    }

    /// An item of its own. It is swept away when nobody can ask about it any more.
    static Map<String, AttributeValue> item(Incident incident) {
        var ended = incident.ended();
        var last = ended == null ? incident.noticed() : ended;
        return write(incident)
                .text(RollupRow.SERIES, partition(incident.series(), incident.aspect()))
                .number(Guards.EXP, last.plus(RunRow.LIFE).getEpochSecond())
                .build();
    }

    static RowBuilder write(Incident incident) {
        return new RowBuilder()
                .text(ASPECT, incident.aspect().wire())
                .instant(RollupRow.HOUR, incident.began())
                .instant(NOTICED, incident.noticed())
                .instant(ENDED, incident.ended())
                .decimal(BEFORE, incident.before())
                .decimal(DURING, incident.during())
                .flag(SIMULATED, incident.simulated());
    }

    static Incident read(Series series, Row row) {
        return new Incident(
                series,
                Aspect.valueOf(row.text(ASPECT).toUpperCase(Locale.ROOT)),
                row.instant(RollupRow.HOUR),
                row.instant(NOTICED),
                row.has(ENDED) ? row.instant(ENDED) : null,
                row.decimal(BEFORE),
                row.decimal(DURING),
                row.flag(SIMULATED));
    }

    /// Whether it lasted at any time from this moment on.
    static boolean lastedSince(Incident incident, Instant from) {
        var ended = incident.ended();
        return ended == null || !ended.isBefore(from);
    }
}
