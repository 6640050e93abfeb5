package dev.easel.aws;

import dev.easel.reliability.Budget;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// The benchmark's budget in DynamoDB: one counter for each day. A write whose answer got lost may be
/// counted twice: then less is spent than was allowed, never more.
public final class DynamoBudget implements Budget {

    private static final Duration LIFE = Duration.ofDays(2);

    private final DynamoDbClient dynamo;
    private final String table;
    private final long microDollarsPerDay;

    /// @param table holds the guards
    public DynamoBudget(DynamoDbClient dynamo, String table, long microDollarsPerDay) {
        this.dynamo = dynamo;
        this.table = table;
        this.microDollarsPerDay = microDollarsPerDay;
    }

    @Override
    public boolean spend(long microDollars, Instant now) {
        if (microDollars > microDollarsPerDay) {
            return false;
        }
        var day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            dynamo.updateItem(request ->
                    request.tableName(table)
                            .key(Guards.key("BENCHMARK#" + day))
                            .updateExpression("ADD n :price SET #exp = :exp")
                            .conditionExpression("attribute_not_exists(n) OR n <= :most")
                            .expressionAttributeNames(Guards.NAMES)
                            .expressionAttributeValues(
                                    new RowBuilder()
                                            .number(":price", microDollars)
                                            .number(":most", microDollarsPerDay - microDollars)
                                            .number(":exp", now.plus(LIFE).getEpochSecond())
                                            .build()));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
