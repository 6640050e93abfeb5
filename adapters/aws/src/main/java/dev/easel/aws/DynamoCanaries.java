package dev.easel.aws;

import dev.easel.generation.Generation;
import dev.easel.parking.Canaries;
import dev.easel.parking.Parked;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Canaries in DynamoDB.
public final class DynamoCanaries implements Canaries {

    private static final Duration LIFE = Duration.ofDays(2);
    private static final String REFUSED = "ConditionalCheckFailed";
    private static final String COLLIDED = "TransactionConflict";

    private final DynamoDbClient dynamo;
    private final String table;
    private final String guards;
    private final long perDay;

    /// @param table holds the generations
    /// @param guards holds the parked workflows and the budget
    /// @param perDay how many may be sent in a UTC day
    public DynamoCanaries(DynamoDbClient dynamo, String table, String guards, long perDay) {
        this.dynamo = dynamo;
        this.table = table;
        this.guards = guards;
        this.perDay = perDay;
    }

    @Override
    public Start start(Parked.ByItself parked, Generation canary, Instant now) {
        if (perDay < 1) {
            return new Start.BudgetSpent();
        }
        try {
            dynamo.transactWriteItems(request ->
                    request.transactItems(
                            item(claim(parked, canary)), item(spend(now)), item(put(canary))));
            return new Start.Started();
        } catch (TransactionCanceledException e) {
            return cancelled(e);
        }
    }

    /// Reasons come back in the order of the items.
    private static Start cancelled(TransactionCanceledException e) {
        var codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.contains(COLLIDED) || Objects.equals(codes.getFirst(), REFUSED)) {
            return new Start.Overtaken();
        }
        if (Objects.equals(codes.get(1), REFUSED)) {
            return new Start.BudgetSpent();
        }
        throw e;
    }

    /// On condition that the workflow is still parked as it was seen.
    private Update claim(Parked.ByItself parked, Generation canary) {
        var before = parked.canary();
        var names =
                new HashMap<>(
                        Map.of(
                                "#workflow", parked.workflow(),
                                "#by", ParkedRow.BY,
                                "#since", ParkedRow.SINCE,
                                "#canary", ParkedRow.CANARY));
        var values =
                new RowBuilder()
                        .text(":itself", ParkedRow.ITSELF)
                        .instant(":since", parked.since())
                        .text(":canary", canary.id().value())
                        .text(":before", before == null ? null : before.value());
        return Update.builder()
                .tableName(guards)
                .key(ParkedRow.KEY)
                .updateExpression("SET #workflow.#canary = :canary")
                .conditionExpression(
                        "#workflow.#by = :itself AND #workflow.#since = :since AND "
                                + (before == null
                                        ? "attribute_not_exists(#workflow.#canary)"
                                        : "#workflow.#canary = :before"))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values.build())
                .build();
    }

    private Update spend(Instant now) {
        return Update.builder()
                .tableName(guards)
                .key(day(now))
                .updateExpression("ADD n :one SET #exp = :exp")
                .conditionExpression("attribute_not_exists(n) OR n < :limit")
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(
                        new RowBuilder()
                                .number(":one", 1)
                                .number(":limit", perDay)
                                .number(":exp", now.plus(LIFE).getEpochSecond())
                                .build())
                .build();
    }

    private Put put(Generation canary) {
        return Put.builder()
                .tableName(table)
                .item(GenerationRow.write(canary))
                .conditionExpression("attribute_not_exists(id)")
                .build();
    }

    private static Map<String, AttributeValue> day(Instant now) {
        return Guards.key("CANARY#" + now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static TransactWriteItem item(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }

    private static TransactWriteItem item(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }
}
