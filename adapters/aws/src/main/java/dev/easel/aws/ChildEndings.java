package dev.easel.aws;

import dev.easel.aws.Retries.Tried;
import dev.easel.aws.Retries.Why;
import dev.easel.generation.Generation;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.List;
import java.util.Map;

/// The ends of the children of packages: the child's terminal status and the package's count of those
/// that are open are one transaction, so that the count is right whoever stops where.
///
/// @param table holds the generations
record ChildEndings(DynamoDbClient dynamo, String table, Retries retries) {

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    /// False when the child had ended before, or has moved on without us.
    boolean end(
            Generation child,
            dev.easel.aws.Update update,
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> parent) {
        var ends = update.of(table, key, "NOT #status = :status");
        var items =
                List.of(
                        TransactWriteItem.builder().update(of(ends)).build(),
                        TransactWriteItem.builder().update(countDown(parent)).build());
        var ended = retries.<Boolean>until(_ -> tryOnce(items));
        if (ended == null) {
            throw new IllegalStateException(
                    child.id() + " collides with other children of its package");
        }
        return ended;
    }

    private Tried<Boolean> tryOnce(List<TransactWriteItem> items) {
        try {
            dynamo.transactWriteItems(request -> request.transactItems(items));
            return new Tried.Decided<>(true);
        } catch (TransactionCanceledException e) {
            var own = e.cancellationReasons().getFirst();
            return CONDITION_FAILED.equals(own.code())
                    ? new Tried.Decided<>(false)
                    : new Tried.Undecided<>(Why.COLLIDED);
        }
    }

    private Update countDown(Map<String, AttributeValue> parent) {
        return Update.builder()
                .tableName(table)
                .key(parent)
                .updateExpression("ADD " + GenerationRow.OPEN_CHILDREN + " :less")
                .expressionAttributeValues(Map.of(":less", AttributeValue.fromN("-1")))
                .build();
    }

    private static Update of(UpdateItemRequest request) {
        return Update.builder()
                .tableName(request.tableName())
                .key(request.key())
                .updateExpression(request.updateExpression())
                .conditionExpression(request.conditionExpression())
                .expressionAttributeNames(request.expressionAttributeNames())
                .expressionAttributeValues(request.expressionAttributeValues())
                .build();
    }
}
