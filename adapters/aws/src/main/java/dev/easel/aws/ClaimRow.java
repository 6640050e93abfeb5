package dev.easel.aws;

import dev.easel.guard.Claim;
import dev.easel.id.GenerationId;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A claim as it is kept: which generation it stands for, and until when.
///
/// @param fingerprint of the body that was admitted under it
record ClaimRow(GenerationId generation, String fingerprint) {

    private static final Duration LIFE = Duration.ofHours(24);

    /// A claim whose time is up counts as free, whether or not the table has swept it.
    static final String CONDITION = "attribute_not_exists(pk) OR #exp <= :now";

    static Map<String, AttributeValue> key(Claim claim) {
        return Guards.key("CLAIM#" + claim.key());
    }

    static Map<String, AttributeValue> write(Claim claim, GenerationId generation, Instant now) {
        var item =
                new RowBuilder()
                        .text("fingerprint", claim.fingerprint())
                        .text("generation", generation.value())
                        .number(Guards.EXP, now.plus(LIFE).getEpochSecond())
                        .build();
        item.putAll(key(claim));
        return item;
    }

    static Map<String, AttributeValue> values(Instant now) {
        return new RowBuilder().number(":now", now.getEpochSecond()).build();
    }

    /// Empty when there is none, or none any more.
    static Optional<ClaimRow> read(Map<String, AttributeValue> item, Instant now) {
        var row = new Row(item);
        return item.isEmpty() || row.number(Guards.EXP) <= now.getEpochSecond()
                ? Optional.empty()
                : Optional.of(
                        new ClaimRow(
                                new GenerationId(row.text("generation")), row.text("fingerprint")));
    }
}
