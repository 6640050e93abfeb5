package dev.easel.aws;

import dev.easel.id.GenerationId;
import dev.easel.parking.Parked;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/// The item of all parked workflows: each an attribute under its own id, so that one read shows them
/// as they were at one moment, and a write touches one.
final class ParkedRow {

    static final String BY = "by";
    static final String SINCE = "since";
    static final String CANARY = "canary";
    static final String ITSELF = "itself";

    static final Map<String, AttributeValue> KEY = Guards.key("PARKED");

    private ParkedRow() {}

    static AttributeValue write(Parked parked) {
        var row = new RowBuilder().text(BY, parked.by()).instant(SINCE, parked.since());
        return switch (parked) {
            case Parked.ByHand hand -> row.text("notice", hand.notice()).value();
            case Parked.ByItself own ->
                    row.text("cause", own.cause())
                            .text("last", own.last().value())
                            .text(CANARY, own.canary() == null ? null : own.canary().value())
                            .value();
        };
    }

    static Parked read(String workflow, Row row) {
        return row.text(BY).equals(ITSELF)
                ? new Parked.ByItself(
                        workflow,
                        row.text("cause"),
                        row.instant(SINCE),
                        new GenerationId(row.text("last")),
                        row.maybeText(CANARY).map(GenerationId::new).orElse(null))
                : new Parked.ByHand(workflow, row.text("notice"), row.instant(SINCE));
    }
}
