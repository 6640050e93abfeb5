package dev.easel.aws;

import dev.easel.generation.Admission;
import dev.easel.generation.Claim;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Generations in DynamoDB, and the claims beside them.
///
/// Claim and generation are one transaction: a counted request exists and a refused one left no trace. The limits join that transaction as more items.
public final class DynamoGenerations implements Generations {

    private static final Duration CLAIM_LIFE = Duration.ofHours(24);

    private final DynamoDbClient dynamo;
    private final String table;
    private final String guards;

    public DynamoGenerations(DynamoDbClient dynamo, String table, String guards) {
        this.dynamo = dynamo;
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
                : Optional.of(new Admission.Replayed(find(known).orElseThrow()));
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        var found =
                dynamo.getItem(
                        request -> request.tableName(table).key(key(id)).consistentRead(true));
        return found.hasItem() ? Optional.of(GenerationRow.read(found.item())) : Optional.empty();
    }

    @Override
    public Optional<Generation> take(Step step, Instant now, Instant due) {
        try {
            var taken =
                    dynamo.updateItem(request ->
                            request.tableName(table)
                                    .key(key(step.generation()))
                                    .updateExpression(
                                            "SET step = :next, #due = :due, updated_at = :now")
                                    .conditionExpression("step = :step AND attribute_exists(#open)")
                                    .expressionAttributeNames(
                                            Map.of(
                                                    "#due",
                                                    OpenIndex.DUE_AT,
                                                    "#open",
                                                    OpenIndex.OPEN))
                                    .expressionAttributeValues(
                                            new RowBuilder()
                                                    .number(":step", step.number())
                                                    .number(":next", step.number() + 1L)
                                                    .instant(":due", due)
                                                    .instant(":now", now)
                                                    .build())
                                    .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(GenerationRow.read(taken.attributes()));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean save(Generation generation) {
        var progress = GenerationRow.progress(generation);
        var names =
                progress.keySet().stream()
                        .collect(Collectors.toMap(name -> "#" + name, name -> name));
        names.put("#" + OpenIndex.OPEN, OpenIndex.OPEN);
        var values = new HashMap<String, AttributeValue>();
        progress.forEach((name, value) -> values.put(":" + name, value));
        values.put(":step", AttributeValue.fromN(Integer.toString(generation.step())));
        var set =
                progress.keySet().stream()
                        .map(name -> "#" + name + " = :" + name)
                        .collect(Collectors.joining(", ", "SET ", ""));
        var leave = generation.state().isTerminal() ? " REMOVE #" + OpenIndex.OPEN : "";
        return update(
                generation.id(),
                set + leave,
                "step = :step AND attribute_exists(#" + OpenIndex.OPEN + ")",
                names,
                values);
    }

    @Override
    public boolean conclude(
            GenerationId id, EvaluationId evaluation, Verdict verdict, Instant now) {
        return update(
                id,
                "SET verdict = :verdict, updated_at = :now",
                "evaluation = :evaluation AND attribute_not_exists(verdict)",
                Map.of(),
                new RowBuilder()
                        .text(":verdict", verdict.wire())
                        .text(":evaluation", evaluation.value())
                        .instant(":now", now)
                        .build());
    }

    @Override
    public List<Step> overdue(Instant now, int limit) {
        return OpenIndex.overdue(dynamo, table, now, limit).stream()
                .map(row -> new GenerationId(row.text("id")))
                .flatMap(id -> find(id).stream())
                .map(generation -> new Step(generation.id(), generation.step()))
                .toList();
    }

    private boolean update(
            GenerationId id,
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            dynamo.updateItem(request -> {
                request.tableName(table)
                        .key(key(id))
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values);
                if (!names.isEmpty()) {
                    request.expressionAttributeNames(names);
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(GenerationId id) {
        return Map.of("id", AttributeValue.fromS(id.value()));
    }
}
