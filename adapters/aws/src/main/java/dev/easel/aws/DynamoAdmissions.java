package dev.easel.aws;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.guard.Admission;
import dev.easel.guard.Admissions;
import dev.easel.guard.Claim;
import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Admissions in DynamoDB: claim and generation in one transaction. The limits join it as more
/// items.
public final class DynamoAdmissions implements Admissions {

    private static final int TRIES_MAX = 5;
    private static final String CONFLICT = "TransactionConflict";
    private static final Duration CLAIM_LIFE = Duration.ofHours(24);

    private final DynamoDbClient dynamo;
    private final Generations generations;
    private final String table;
    private final String guards;

    /// @param table holds the generations
    /// @param guards holds the claims
    public DynamoAdmissions(
            DynamoDbClient dynamo, Generations generations, String table, String guards) {
        this.dynamo = dynamo;
        this.generations = generations;
        this.table = table;
        this.guards = guards;
    }

    @Override
    public Admission admit(Generation generation, @Nullable Claim claim, Instant now) {
        for (int i = 0; i < TRIES_MAX; i++) {
            var admission = tryToAdmit(generation, claim, now);
            if (admission.isPresent()) {
                return admission.get();
            }
        }
        throw new FailureException(new Failure.Busy(Duration.ofSeconds(1)));
    }

    /// Empty when another transaction was at the same items at that moment.
    private Optional<Admission> tryToAdmit(
            Generation generation, @Nullable Claim claim, Instant now) {
        var items = new ArrayList<TransactWriteItem>();
        items.add(TransactWriteItem.builder().put(generationPut(generation)).build());
        if (claim != null) {
            items.add(
                    TransactWriteItem.builder().put(claimPut(claim, generation.id(), now)).build());
        }
        try {
            dynamo.transactWriteItems(request -> request.transactItems(items));
            return Optional.of(new Admission.Admitted());
        } catch (TransactionCanceledException e) {
            var reasons = e.cancellationReasons();
            // The id is fresh and random: only our own write, whose answer was lost, can be there.
            if (isRefused(reasons.get(0))) {
                return Optional.of(new Admission.Admitted());
            }
            if (claim != null && isRefused(reasons.get(1))) {
                return Optional.of(claimed(new Row(reasons.get(1).item()), claim));
            }
            if (reasons.stream().anyMatch(reason -> CONFLICT.equals(reason.code()))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Put generationPut(Generation generation) {
        return Put.builder()
                .tableName(table)
                .item(GenerationRow.write(generation))
                .conditionExpression("attribute_not_exists(id)")
                .build();
    }

    /// A claim whose time is up counts as free, whether or not the table's own expiry has swept it.
    private Put claimPut(Claim claim, GenerationId generation, Instant now) {
        return Put.builder()
                .tableName(guards)
                .item(
                        new RowBuilder()
                                .text("pk", "CLAIM#" + claim.key())
                                .text("sk", "-")
                                .text("fingerprint", claim.fingerprint())
                                .text("generation", generation.value())
                                .number("exp", now.plus(CLAIM_LIFE).getEpochSecond())
                                .build())
                .conditionExpression("attribute_not_exists(pk) OR exp <= :now")
                .expressionAttributeValues(
                        Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private Admission claimed(Row old, Claim claim) {
        if (!old.text("fingerprint").equals(claim.fingerprint())) {
            return new Admission.KeyReused();
        }
        var known = new GenerationId(old.text("generation"));
        return new Admission.Replayed(generations.find(known).orElseThrow());
    }

    private static boolean isRefused(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }
}
