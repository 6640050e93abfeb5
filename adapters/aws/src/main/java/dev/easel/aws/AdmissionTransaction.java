package dev.easel.aws;

import dev.easel.generation.Generation;
import dev.easel.generation.Lot;
import dev.easel.guard.Caller;
import dev.easel.guard.Claim;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One try to write an admission: all of its items or none.
///
/// @param table holds the generations
/// @param guards holds claims, addresses and days
record AdmissionTransaction(
        DynamoDbClient dynamo,
        String table,
        String guards,
        AddressRegister addresses,
        DayCounter days) {

    /// AWS advises to let one call take a second at least: a shorter one leaves more answers
    /// unknown than it saves time.
    private static final Duration CALL_MAX = Duration.ofSeconds(2);

    /// With the SDK's own retries, which repeat the same call under the same token.
    private static final Duration CALLS_MAX = Duration.ofSeconds(4);

    private static final ReturnValuesOnConditionCheckFailure OLD =
            ReturnValuesOnConditionCheckFailure.ALL_OLD;

    /// What an item is for. Reasons come back by position, and without a claim positions move.
    enum Role {
        CLAIM,
        ADDRESS,
        DAY,
        GENERATION,
        CHILD
    }

    /// What came of it.
    sealed interface Outcome {

        /// Everything is written.
        record Written() implements Outcome {}

        /// Nothing is written.
        record Cancelled(List<Reason> reasons, TransactionCanceledException cause)
                implements Outcome {

            boolean refused(Role role) {
                return reasons.stream()
                        .anyMatch(reason ->
                                reason.role == role && reason.is(Set.of("ConditionalCheckFailed")));
            }

            boolean collided() {
                return any(Set.of("TransactionConflict"));
            }

            boolean throttled() {
                return any(Set.of("ThrottlingError", "ProvisionedThroughputExceeded"));
            }

            /// The item that was in the way, as it was; the empty map when it was not told.
            Map<String, AttributeValue> item(Role role) {
                return reasons.stream()
                        .filter(reason -> reason.role == role && reason.why.hasItem())
                        .map(reason -> reason.why.item())
                        .findFirst()
                        .orElse(Map.of());
            }

            private boolean any(Set<String> codes) {
                return reasons.stream().anyMatch(reason -> reason.is(codes));
            }
        }
    }

    /// What became of one item.
    record Reason(Role role, CancellationReason why) {
        boolean is(Set<String> codes) {
            return codes.contains(String.valueOf(why.code()));
        }
    }

    private record Item(Role role, TransactWriteItem write) {}

    Outcome write(Lot lot, Caller caller, @Nullable Claim claim, Instant now) {
        var items = new ArrayList<Item>();
        if (claim != null) {
            items.add(new Item(Role.CLAIM, item(put(claim, lot.head(), now))));
        }
        items.add(new Item(Role.ADDRESS, item(move(caller, now, lot.runs()))));
        items.add(new Item(Role.DAY, item(count(now, lot.runs()))));
        items.add(new Item(Role.GENERATION, item(put(lot.head()))));
        lot.children().forEach(child -> items.add(new Item(Role.CHILD, item(put(child)))));
        try {
            dynamo.transactWriteItems(request ->
                    request.transactItems(items.stream().map(Item::write).toList())
                            .overrideConfiguration(call ->
                                    call.apiCallAttemptTimeout(CALL_MAX)
                                            .apiCallTimeout(CALLS_MAX)));
            return new Outcome.Written();
        } catch (TransactionCanceledException e) {
            return new Outcome.Cancelled(reasons(items, e.cancellationReasons()), e);
        }
    }

    private static List<Reason> reasons(List<Item> items, List<CancellationReason> told) {
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < Math.min(items.size(), told.size()); i++) {
            reasons.add(new Reason(items.get(i).role, told.get(i)));
        }
        return reasons;
    }

    private Put put(Claim claim, Generation generation, Instant now) {
        return Put.builder()
                .tableName(guards)
                .item(ClaimRow.write(claim, generation.id(), now))
                .conditionExpression(ClaimRow.CONDITION)
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(ClaimRow.values(now))
                .returnValuesOnConditionCheckFailure(OLD)
                .build();
    }

    private Update move(Caller caller, Instant now, int runs) {
        return Update.builder()
                .tableName(guards)
                .key(addresses.key(caller))
                .updateExpression(addresses.update(runs))
                .conditionExpression(addresses.condition(runs))
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(addresses.values(now, runs))
                .returnValuesOnConditionCheckFailure(OLD)
                .build();
    }

    private Update count(Instant now, int runs) {
        return Update.builder()
                .tableName(guards)
                .key(days.key(now))
                .updateExpression(DayCounter.UPDATE)
                .conditionExpression(days.condition(runs))
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(days.values(now, runs))
                .returnValuesOnConditionCheckFailure(OLD)
                .build();
    }

    private Put put(Generation generation) {
        return Put.builder()
                .tableName(table)
                .item(GenerationRow.write(generation))
                .conditionExpression("attribute_not_exists(id)")
                .returnValuesOnConditionCheckFailure(OLD)
                .build();
    }

    private static TransactWriteItem item(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    private static TransactWriteItem item(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
