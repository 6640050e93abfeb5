package dev.easel.aws;

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
import java.util.Map;
import java.util.Optional;

/// Admissions in DynamoDB: claim and generation in one transaction. The limits join it as more
/// items.
public final class DynamoAdmissions implements Admissions {

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
        var put =
                Put.builder()
                        .tableName(table)
                        .item(GenerationRow.write(generation))
                        .conditionExpression("attribute_not_exists(id)")
                        .build();
        if (claim == null) {
            dynamo.putItem(request ->
                    request.tableName(put.tableName())
                            .item(put.item())
                            .conditionExpression(put.conditionExpression()));
            return new Admission.Admitted();
        }
        try {
            dynamo.transactWriteItems(request ->
                    request.transactItems(
                            TransactWriteItem.builder()
                                    .put(claimPut(claim, generation.id(), now))
                                    .build(),
                            TransactWriteItem.builder().put(put).build()));
            return new Admission.Admitted();
        } catch (TransactionCanceledException e) {
            return claimed(e.cancellationReasons().getFirst(), claim, generation.id())
                    .orElseThrow(() -> e);
        }
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

    private Optional<Admission> claimed(CancellationReason reason, Claim claim, GenerationId ours) {
        if (!"ConditionalCheckFailed".equals(reason.code())) {
            return Optional.empty();
        }
        var old = new Row(reason.item());
        if (!old.text("fingerprint").equals(claim.fingerprint())) {
            return Optional.of(new Admission.KeyReused());
        }
        var known = new GenerationId(old.text("generation"));
        // Our own write, whose answer was lost on the way and which the SDK repeated.
        return known.equals(ours)
                ? Optional.of(new Admission.Admitted())
                : Optional.of(new Admission.Replayed(generations.find(known).orElseThrow()));
    }
}
