package dev.easel.aws;

import dev.easel.guard.RetryBudget;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The budget of retries in DynamoDB: one counter for each provider and minute.
public final class DynamoRetryBudget implements RetryBudget {

    private static final Duration LIFE = Duration.ofHours(1);

    private final DynamoDbClient dynamo;
    private final String table;
    private final long perMinute;

    /// @param table holds the guards
    public DynamoRetryBudget(DynamoDbClient dynamo, String table, long perMinute) {
        this.dynamo = dynamo;
        this.table = table;
        this.perMinute = perMinute;
    }

    @Override
    public boolean spend(String provider, Instant now) {
        if (perMinute < 1) {
            return false;
        }
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        try {
            dynamo.updateItem(request ->
                    request.tableName(table)
                            .key(key("RETRY#" + provider + "#" + minute))
                            .updateExpression("ADD n :one SET #exp = :exp")
                            .conditionExpression("attribute_not_exists(n) OR n < :limit")
                            .expressionAttributeNames(Map.of("#exp", "exp"))
                            .expressionAttributeValues(
                                    new RowBuilder()
                                            .number(":one", 1)
                                            .number(":limit", perMinute)
                                            .number(":exp", minute.plus(LIFE).getEpochSecond())
                                            .build()));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String pk) {
        return new RowBuilder().text("pk", pk).text("sk", "-").build();
    }
}
