package dev.easel.emulator;

import dev.easel.template.Table;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes the template's tables. A table that is already there is kept if it is the same one.
public final class Tables {

    private final DynamoDbClient dynamo;

    public Tables(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    public void ensure(List<Table> tables) {
        tables.forEach(this::ensure);
    }

    private void ensure(Table table) {
        var existing = describe(table.name());
        if (existing.isEmpty()) {
            create(table);
            return;
        }
        var kept = shape(existing.get());
        var wanted = shape(table);
        if (!kept.equals(wanted)) {
            throw new EmulatorException(
                    "The table %s in the data folder has %s, but the template says %s. Start over with --fresh."
                            .formatted(table.name(), kept, wanted));
        }
    }

    private Optional<TableDescription> describe(String name) {
        try {
            return Optional.of(dynamo.describeTable(request -> request.tableName(name)).table());
        } catch (ResourceNotFoundException _) {
            return Optional.empty();
        }
    }

    private void create(Table table) {
        var indexes = table.indexes().stream().map(Tables::index).toList();
        dynamo.createTable(request -> {
            request.tableName(table.name())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                            table.attributes().stream().map(Tables::attribute).toList())
                    .keySchema(schema(table.key()));
            if (!indexes.isEmpty()) {
                request.globalSecondaryIndexes(indexes);
            }
        });
        var expiry = table.expiry();
        if (expiry != null) {
            dynamo.updateTimeToLive(request ->
                    request.tableName(table.name())
                            .timeToLiveSpecification(
                                    ttl -> ttl.attributeName(expiry).enabled(true)));
        }
    }

    private static AttributeDefinition attribute(Table.Attribute attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute.name())
                .attributeType(attribute.type())
                .build();
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        if (!index.included().isEmpty()) {
            projection.nonKeyAttributes(index.included());
        }
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.key()))
                .projection(projection.build())
                .build();
    }

    private static List<KeySchemaElement> schema(Table.Key key) {
        var schema = new ArrayList<KeySchemaElement>();
        schema.add(element(key.hash(), KeyType.HASH));
        var range = key.range();
        if (range != null) {
            schema.add(element(range, KeyType.RANGE));
        }
        return schema;
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /// What cannot be changed in a table that exists: its keys with their types, and its indexes.
    private record Shape(
            List<Table.Attribute> attributes, Table.Key key, List<Table.Index> indexes) {
        @Override
        public String toString() {
            var names = indexes.stream().map(Shape::describe).toList();
            return "the key "
                    + describe(key)
                    + " "
                    + attributes.stream().map(Shape::describe).toList()
                    + " and the indexes "
                    + names;
        }

        private static String describe(Table.Key key) {
            return key.range() == null ? key.hash() : key.hash() + "/" + key.range();
        }

        private static String describe(Table.Index index) {
            return index.name() + " (" + describe(index.key()) + ", " + index.projection() + ")";
        }

        private static String describe(Table.Attribute attribute) {
            return attribute.name() + ":" + attribute.type();
        }
    }

    private static Shape shape(Table table) {
        return new Shape(
                sorted(table.attributes(), Comparator.comparing(Table.Attribute::name)),
                table.key(),
                sorted(table.indexes(), Comparator.comparing(Table.Index::name)));
    }

    private static Shape shape(TableDescription table) {
        var attributes =
                table.attributeDefinitions().stream()
                        .map(one ->
                                new Table.Attribute(
                                        one.attributeName(), one.attributeTypeAsString()))
                        .toList();
        var indexes = table.globalSecondaryIndexes().stream().map(Tables::index).toList();
        return new Shape(
                sorted(attributes, Comparator.comparing(Table.Attribute::name)),
                key(table.keySchema()),
                sorted(indexes, Comparator.comparing(Table.Index::name)));
    }

    private static Table.Index index(GlobalSecondaryIndexDescription index) {
        var projection = index.projection();
        return new Table.Index(
                index.indexName(),
                key(index.keySchema()),
                projection.projectionTypeAsString(),
                projection.hasNonKeyAttributes() ? projection.nonKeyAttributes() : List.of());
    }

    private static Table.Key key(List<KeySchemaElement> schema) {
        var hash = named(schema, KeyType.HASH);
        if (hash == null) {
            throw new EmulatorException("A table in the data folder has no hash key.");
        }
        return new Table.Key(hash, named(schema, KeyType.RANGE));
    }

    private static @Nullable String named(List<KeySchemaElement> schema, KeyType type) {
        return schema.stream()
                .filter(one -> one.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .findFirst()
                .orElse(null);
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }
}
