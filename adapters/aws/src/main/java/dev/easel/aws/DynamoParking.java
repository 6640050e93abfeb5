package dev.easel.aws;

import dev.easel.id.GenerationId;
import dev.easel.parking.Parked;
import dev.easel.parking.Parking;
import dev.easel.parking.Streak;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Parking in DynamoDB: one item with all parked workflows, and one for each streak.
public final class DynamoParking implements Parking {

    private static final Set<String> KEYS = Set.of("pk", "sk");
    private static final String CAUSE = "cause";
    private static final String GENERATIONS = "generations";

    private final DynamoDbClient dynamo;
    private final String table;
    private final GuardsReader guards;

    /// @param table holds the guards
    public DynamoParking(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.guards = new GuardsReader(dynamo, table);
    }

    @Override
    public Map<String, Parked> all() {
        var all = new HashMap<String, Parked>();
        guards.read(ParkedRow.KEY)
                .forEach((name, value) -> {
                    if (!KEYS.contains(name)) {
                        all.put(name, ParkedRow.read(name, new Row(value.m())));
                    }
                });
        return all;
    }

    @Override
    public boolean park(Parked parked) {
        var set =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(ParkedRow.KEY)
                        .updateExpression("SET #workflow = :parked")
                        .expressionAttributeNames(Map.of("#workflow", parked.workflow()))
                        .expressionAttributeValues(Map.of(":parked", ParkedRow.write(parked)));
        return switch (parked) {
            case Parked.ByHand _ -> won(set.build());
            case Parked.ByItself _ ->
                    won(set.conditionExpression("attribute_not_exists(#workflow)").build());
        };
    }

    @Override
    public boolean wake(String workflow) {
        forget(workflow);
        return won(wakening(workflow).conditionExpression("attribute_exists(#workflow)").build());
    }

    /// An item that an operator wrote has no canary.
    @Override
    public boolean wake(String workflow, GenerationId canary) {
        forget(workflow);
        return won(
                wakening(workflow)
                        .conditionExpression("#workflow.#canary = :canary")
                        .expressionAttributeNames(
                                Map.of("#workflow", workflow, "#canary", ParkedRow.CANARY))
                        .expressionAttributeValues(
                                Map.of(":canary", AttributeValue.fromS(canary.value())))
                        .build());
    }

    private UpdateItemRequest.Builder wakening(String workflow) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(ParkedRow.KEY)
                .updateExpression("REMOVE #workflow")
                .expressionAttributeNames(Map.of("#workflow", workflow));
    }

    /// Before it wakes: a full streak would park it again at the first failure.
    private void forget(String workflow) {
        dynamo.updateItem(request ->
                request.tableName(table)
                        .key(key(workflow))
                        .updateExpression("REMOVE #cause, #generations")
                        .expressionAttributeNames(
                                Map.of("#cause", CAUSE, "#generations", GENERATIONS)));
    }

    @Override
    public Streak streak(String workflow) {
        var row = new Row(guards.read(key(workflow)));
        return row.has(CAUSE)
                ? new Streak(
                        row.text(CAUSE),
                        row.set(GENERATIONS).stream()
                                .map(GenerationId::new)
                                .collect(Collectors.toSet()))
                : Streak.NONE;
    }

    @Override
    public boolean replace(String workflow, Streak known, Streak next) {
        var update = new Update().name("#cause", CAUSE).name("#generations", GENERATIONS);
        if (next.cause() == null) {
            update.remove(CAUSE).remove(GENERATIONS);
        } else {
            update.set(CAUSE, AttributeValue.fromS(next.cause())).set(GENERATIONS, ids(next));
        }
        if (known.cause() == null) {
            update.when("attribute_not_exists(#cause)");
        } else {
            update.value(":known", AttributeValue.fromS(known.cause()))
                    .value(":all", ids(known))
                    .when("#cause = :known AND #generations = :all");
        }
        return won(update.of(table, key(workflow)));
    }

    private static AttributeValue ids(Streak streak) {
        return AttributeValue.fromSs(
                streak.generations().stream().map(GenerationId::value).sorted().toList());
    }

    private static Map<String, AttributeValue> key(String workflow) {
        return Guards.key("STREAK#" + workflow);
    }

    private boolean won(UpdateItemRequest update) {
        try {
            dynamo.updateItem(update);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
