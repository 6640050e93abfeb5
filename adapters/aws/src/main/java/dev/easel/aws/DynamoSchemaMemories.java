package dev.easel.aws;

import dev.easel.contract.ModelSchema;
import dev.easel.contract.SchemaMemories;
import dev.easel.contract.SchemaMemory;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The schemas that were seen, in the guards' table: one item for each model under the provider's
/// key, and one more, called `-`, once the first look is complete. They never expire.
public final class DynamoSchemaMemories implements SchemaMemories {

    private static final String COMPLETE = "-";

    private final DynamoDbClient dynamo;
    private final String table;

    /// @param table holds the guards
    public DynamoSchemaMemories(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<List<SchemaMemory>> of(String provider) {
        var items =
                dynamo
                        .queryPaginator(request ->
                                request.tableName(table)
                                        .consistentRead(true)
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(
                                                new RowBuilder().text(":pk", pk(provider)).build()))
                        .items()
                        .stream()
                        .map(Row::new)
                        .toList();
        return items.stream().anyMatch(row -> row.text("sk").equals(COMPLETE))
                ? Optional.of(
                        items.stream()
                                .filter(row -> !row.text("sk").equals(COMPLETE))
                                .map(DynamoSchemaMemories::read)
                                .toList())
                : Optional.empty();
    }

    @Override
    public boolean save(String provider, SchemaMemory memory) {
        var item = new HashMap<>(key(provider, memory.model()));
        item.putAll(
                new RowBuilder()
                        .row("now", memory.now(), DynamoSchemaMemories::write)
                        .row("told", memory.told(), DynamoSchemaMemories::write)
                        .instant("seen_at", memory.seenAt())
                        .instant("taken_at", memory.takenAt())
                        .number("version", memory.version())
                        .build());
        var before = new RowBuilder().number(":before", memory.version() - 1).build();
        try {
            dynamo.putItem(request -> {
                request.tableName(table).item(item);
                if (memory.version() == 1) {
                    request.conditionExpression("attribute_not_exists(pk)");
                } else {
                    request.conditionExpression("#version = :before")
                            .expressionAttributeNames(Map.of("#version", "version"))
                            .expressionAttributeValues(before);
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public void complete(String provider) {
        dynamo.putItem(request -> request.tableName(table).item(key(provider, COMPLETE)));
    }

    private static String pk(String provider) {
        return "SCHEMA#" + provider;
    }

    private static Map<String, AttributeValue> key(String provider, String model) {
        return new RowBuilder().text("pk", pk(provider)).text("sk", model).build();
    }

    private static RowBuilder write(ModelSchema schema) {
        return new RowBuilder()
                .row("inputs", schema.inputs(), DynamoSchemaMemories::write)
                .row("outputs", schema.outputs(), DynamoSchemaMemories::write);
    }

    private static RowBuilder write(Map<String, String> fields) {
        var row = new RowBuilder();
        fields.forEach(row::text);
        return row;
    }

    private static SchemaMemory read(Row row) {
        return new SchemaMemory(
                row.text("sk"),
                row.maybeRow("now").map(DynamoSchemaMemories::readSchema).orElse(null),
                row.maybeRow("told").map(DynamoSchemaMemories::readSchema).orElse(null),
                row.instant("seen_at"),
                row.instant("taken_at"),
                row.number("version"));
    }

    private static ModelSchema readSchema(Row row) {
        return new ModelSchema(readFields(row.row("inputs")), readFields(row.row("outputs")));
    }

    private static Map<String, String> readFields(Row row) {
        var fields = new TreeMap<String, String>();
        row.attributes().forEach((name, value) -> fields.put(name, value.s()));
        return fields;
    }
}
