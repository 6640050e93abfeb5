package dev.easel.aws;

import dev.easel.aws.Retries.Tried;
import dev.easel.aws.Retries.Why;
import dev.easel.guard.Caller;
import dev.easel.guard.RunLimits;
import dev.easel.guard.SecondRuns;
import dev.easel.id.GenerationId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Second tries in DynamoDB: a mark under the generation's id, the address and the day are one
/// transaction.
public final class DynamoSecondRuns implements SecondRuns {

    /// Longer than any generation is under way.
    private static final Duration LIFE = Duration.ofDays(2);

    private static final String REFUSED = "ConditionalCheckFailed";

    private final DynamoDbClient dynamo;
    private final String table;
    private final AddressRegister addresses;
    private final DayCounter days;
    private final Retries retries;

    /// @param table of the guards
    public DynamoSecondRuns(
            DynamoDbClient dynamo, String table, RunLimits limits, Retries retries) {
        this.dynamo = dynamo;
        this.table = table;
        this.addresses = AddressRegister.ofRuns(limits.perAddress(), limits.skew());
        this.days = new DayCounter(limits.perDay());
        this.retries = retries;
    }

    /// A doubt that lasts is no room: nobody waits for a second try who did not ask for it.
    @Override
    public boolean count(GenerationId generation, Caller caller) {
        return Boolean.TRUE.equals(retries.until(_ -> tryOnce(generation, caller)));
    }

    private Tried<Boolean> tryOnce(GenerationId generation, Caller caller) {
        var now = retries.clock().instant();
        try {
            dynamo.transactWriteItems(
                    request -> request.transactItems(items(generation, caller, now)));
            return new Tried.Decided<>(true);
        } catch (TransactionCanceledException e) {
            var reasons = e.cancellationReasons().stream().map(CancellationReason::code).toList();
            if (reasons.getFirst().equals(REFUSED)) {
                return new Tried.Decided<>(true);
            }
            return reasons.contains(REFUSED)
                    ? new Tried.Decided<>(false)
                    : new Tried.Undecided<>(Why.COLLIDED);
        }
    }

    private List<TransactWriteItem> items(GenerationId generation, Caller caller, Instant now) {
        return List.of(
                TransactWriteItem.builder().put(mark(generation, now)).build(),
                TransactWriteItem.builder()
                        .update(
                                update(
                                        addresses.key(caller),
                                        addresses.update(1),
                                        addresses.condition(1),
                                        addresses.values(now, 1)))
                        .build(),
                TransactWriteItem.builder()
                        .update(
                                update(
                                        days.key(now),
                                        DayCounter.UPDATE,
                                        days.condition(1),
                                        days.values(now, 1)))
                        .build());
    }

    private Put mark(GenerationId generation, Instant now) {
        return Put.builder()
                .tableName(table)
                .item(
                        new RowBuilder()
                                .text("pk", "SECOND#" + generation.value())
                                .text("sk", "-")
                                .number(Guards.EXP, now.plus(LIFE).getEpochSecond())
                                .build())
                .conditionExpression("attribute_not_exists(pk)")
                .build();
    }

    private Update update(
            Map<String, AttributeValue> key,
            String expression,
            String condition,
            Map<String, AttributeValue> values) {
        return Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(values)
                .build();
    }
}
