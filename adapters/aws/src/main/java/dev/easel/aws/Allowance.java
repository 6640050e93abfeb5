package dev.easel.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Instant;

/// So much of something within a time, counted in one item of the guards. A write whose answer got
/// lost may be counted twice: then less is taken than was allowed, never more.
final class Allowance {

    private final DynamoDbClient dynamo;
    private final String table;
    private final long most;

    Allowance(DynamoDbClient dynamo, String table, long most) {
        this.dynamo = dynamo;
        this.table = table;
        this.most = most;
    }

    /// Whether there was enough left under this name; if so, it is taken.
    boolean take(String name, long amount, Instant forgottenAt) {
        if (amount > most) {
            return false;
        }
        try {
            dynamo.updateItem(request ->
                    request.tableName(table)
                            .key(Guards.key(name))
                            .updateExpression("ADD n :amount SET #exp = :exp")
                            .conditionExpression("attribute_not_exists(n) OR n <= :rest")
                            .expressionAttributeNames(Guards.NAMES)
                            .expressionAttributeValues(
                                    new RowBuilder()
                                            .number(":amount", amount)
                                            .number(":rest", most - amount)
                                            .number(":exp", forgottenAt.getEpochSecond())
                                            .build()));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
