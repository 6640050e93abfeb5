package dev.easel.aws;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Generations in DynamoDB.
///
/// An item is in the index of what is open until [#close]: so what ended, but was told to nobody, is
/// found like anything else that was lost.
public final class DynamoGenerations implements Generations {

    /// Until when somebody works on it, in milliseconds since 1970.
    private static final String LEASE = "lease_until";

    private static final String OURS = "#step = :expected AND attribute_exists(#open)";
    private static final String NOT_TERMINAL = "#status IN (:queued, :running, :storing)";
    private static final Map<String, String> OPEN_STATUSES =
            Map.of(":queued", "queued", ":running", "running", ":storing", "storing");

    private final DynamoDbClient dynamo;
    private final String table;
    private final ChildEndings endings;

    public DynamoGenerations(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.endings = new ChildEndings(dynamo, table, Retries.ofThisMachine());
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        var found =
                dynamo.getItem(
                        request -> request.tableName(table).key(key(id)).consistentRead(true));
        return found.hasItem() ? Optional.of(GenerationRow.read(found.item())) : Optional.empty();
    }

    @Override
    public Optional<Generation> take(Step step, Instant now, Instant leaseUntil) {
        var update =
                new Update()
                        .set("step", number(step.number() + 1L))
                        .set(OpenIndex.DUE_AT, number(now.toEpochMilli()))
                        .set(LEASE, number(leaseUntil.toEpochMilli()))
                        .name("#open", OpenIndex.OPEN)
                        .name("#lease", LEASE)
                        .value(":expected", number(step.number()))
                        .value(":now", number(now.toEpochMilli()))
                        .when(OURS + " AND (attribute_not_exists(#lease) OR #lease <= :now)");
        try {
            var taken =
                    dynamo.updateItem(
                            update.of(table, key(step.generation())).toBuilder()
                                    .returnValues(ReturnValue.ALL_NEW)
                                    .build());
            return Optional.of(GenerationRow.read(taken.attributes()));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean mark(Generation generation) {
        return won(progress(generation).of(table, key(generation.id())));
    }

    @Override
    public boolean save(Generation generation) {
        return write(generation, progress(generation).remove(LEASE));
    }

    /// A child's end counts its package down, in one transaction; what is written after the end (what it
    /// cost, say) does not.
    private boolean write(Generation generation, Update update) {
        var parent = generation.parent();
        var request = update.of(table, key(generation.id()));
        if (parent == null || !generation.state().isTerminal()) {
            return won(request);
        }
        return endings.end(generation, update, key(generation.id()), key(parent)) || won(request);
    }

    @Override
    public boolean close(Generation generation) {
        return won(
                new Update()
                        .remove(OpenIndex.OPEN)
                        .remove(LEASE)
                        .value(":expected", number(generation.step()))
                        .name("#step", "step")
                        .when(OURS)
                        .of(table, key(generation.id())));
    }

    @Override
    public boolean cancelQueued(Generation cancelled) {
        return write(
                cancelled,
                progress(cancelled)
                        // Whoever holds it can write nothing any more, and the end wants to be
                        // told.
                        .remove(LEASE)
                        .value(":queued", AttributeValue.fromS("queued"))
                        .when(OURS + " AND #status = :queued"));
    }

    @Override
    public boolean requestCancel(GenerationId id) {
        var update =
                new Update()
                        .set(GenerationRow.CANCEL_REQUESTED, AttributeValue.fromBool(true))
                        .name("#status", "status")
                        .when(NOT_TERMINAL);
        OPEN_STATUSES.forEach((name, status) -> update.value(name, AttributeValue.fromS(status)));
        return won(update.of(table, key(id)));
    }

    @Override
    public boolean conclude(
            GenerationId id, EvaluationId evaluation, Verdict verdict, Instant now) {
        return won(
                new Update()
                        .set("verdict", AttributeValue.fromS(verdict.wire()))
                        .set("updated_at", number(now.toEpochMilli()))
                        .value(":evaluation", AttributeValue.fromS(evaluation.value()))
                        .when("evaluation = :evaluation AND attribute_not_exists(#verdict)")
                        .of(table, key(id)));
    }

    @Override
    public List<GenerationId> overdue(Instant dueBefore, int limit) {
        return OpenIndex.overdue(dynamo, table, dueBefore, limit).stream()
                .map(row -> new GenerationId(row.text("id")))
                .toList();
    }

    /// What a step changes, on condition that the step is still ours and that a status which is
    /// terminal stays what it is.
    /// The panel writes verdicts, and no step may write over one it has not seen. Only where there were
    /// two outputs does a step choose which verdict stands.
    private static void turnVerdict(Generation generation, Update update) {
        var guard = generation.guard();
        var verdict = generation.verdict();
        if (guard == null) {
            return;
        }
        if (generation.state() instanceof State.Succeeded && verdict != null) {
            update.set("verdict", AttributeValue.fromS(verdict.wire()));
        } else if (guard.aside() != null && generation.evaluation() == null) {
            update.remove("verdict").remove("evaluation");
        }
    }

    private static Update progress(Generation generation) {
        var update =
                new Update()
                        .value(":expected", number(generation.step()))
                        .name("#step", "step")
                        .name("#open", OpenIndex.OPEN)
                        .when(OURS + " AND (" + NOT_TERMINAL + " OR #status = :status)");
        GenerationRow.progress(generation).forEach(update::set);
        OPEN_STATUSES.forEach((name, status) -> update.value(name, AttributeValue.fromS(status)));
        turnVerdict(generation, update);
        return generation.settling() == null ? update.remove(GenerationRow.SETTLING) : update;
    }

    private boolean won(UpdateItemRequest update) {
        try {
            dynamo.updateItem(update);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> key(GenerationId id) {
        return Map.of("id", AttributeValue.fromS(id.value()));
    }
}
