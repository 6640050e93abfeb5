package dev.easel.aws;

import dev.easel.generation.Generation;
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
import java.util.EnumMap;
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
        GENERATION
    }

    /// What came of it.
    sealed interface Outcome {

        /// Everything is written.
        record Written() implements Outcome {}

        /// Nothing is written.
        record Cancelled(Map<Role, CancellationReason> reasons, TransactionCanceledException cause)
                implements Outcome {

            boolean refused(Role role) {
                return is(role, Set.of("ConditionalCheckFailed"));
            }

            boolean collided() {
                return any(Set.of("TransactionConflict"));
            }

            boolean throttled() {
                return any(Set.of("ThrottlingError", "ProvisionedThroughputExceeded"));
            }

            /// The item that was in the way, as it was; the empty map when it was not told.
            Map<String, AttributeValue> item(Role role) {
                var reason = reasons.get(role);
                return reason != null && reason.hasItem() ? reason.item() : Map.of();
            }

            private boolean any(Set<String> codes) {
                return reasons.keySet().stream().anyMatch(role -> is(role, codes));
            }

            private boolean is(Role role, Set<String> codes) {
                var reason = reasons.get(role);
                return reason != null && codes.contains(String.valueOf(reason.code()));
            }
        }
    }

    Outcome write(Generation generation, Caller caller, @Nullable Claim claim, Instant now) {
        var items = new EnumMap<Role, TransactWriteItem>(Role.class);
        if (claim != null) {
            items.put(Role.CLAIM, item(put(claim, generation, now)));
        }
        items.put(Role.ADDRESS, item(move(caller, now)));
        items.put(Role.DAY, item(count(now)));
        items.put(Role.GENERATION, item(put(generation)));
        try {
            dynamo.transactWriteItems(request ->
                    request.transactItems(items.values())
                            .overrideConfiguration(call ->
                                    call.apiCallAttemptTimeout(CALL_MAX)
                                            .apiCallTimeout(CALLS_MAX)));
            return new Outcome.Written();
        } catch (TransactionCanceledException e) {
            return new Outcome.Cancelled(byRole(items, e.cancellationReasons()), e);
        }
    }

    private static Map<Role, CancellationReason> byRole(
            EnumMap<Role, TransactWriteItem> items, List<CancellationReason> reasons) {
        var roles = new ArrayList<>(items.keySet());
        var byRole = new EnumMap<Role, CancellationReason>(Role.class);
        for (int i = 0; i < Math.min(roles.size(), reasons.size()); i++) {
            byRole.put(roles.get(i), reasons.get(i));
        }
        return byRole;
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

    private Update move(Caller caller, Instant now) {
        return Update.builder()
                .tableName(guards)
                .key(addresses.key(caller))
                .updateExpression(addresses.update())
                .conditionExpression(addresses.condition())
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(addresses.values(now))
                .returnValuesOnConditionCheckFailure(OLD)
                .build();
    }

    private Update count(Instant now) {
        return Update.builder()
                .tableName(guards)
                .key(days.key(now))
                .updateExpression(DayCounter.UPDATE)
                .conditionExpression(DayCounter.CONDITION)
                .expressionAttributeNames(Guards.NAMES)
                .expressionAttributeValues(days.values(now))
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
