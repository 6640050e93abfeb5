package dev.easel.aws;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Generations in DynamoDB.
public final class DynamoGenerations implements Generations {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoGenerations(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
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
