package dev.easel.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads several items of the guards' table at once, each as it is at this moment. They need not be
/// of the same moment: between two of them, others write.
record GuardsReader(DynamoDbClient dynamo, String table) {

    /// What was found, by its key; a key without an item finds the empty map.
    record Found(Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items) {
        Map<String, AttributeValue> at(Map<String, AttributeValue> key) {
            return items.getOrDefault(key, Map.of());
        }
    }

    /// Empty when the table did not answer for every key.
    Optional<Found> read(Collection<Map<String, AttributeValue>> keys) {
        var asked = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        var answer = dynamo.batchGetItem(request -> request.requestItems(Map.of(table, asked)));
        if (answer.hasUnprocessedKeys() && !answer.unprocessedKeys().isEmpty()) {
            return Optional.empty();
        }
        var items = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        for (var item : answer.responses().getOrDefault(table, List.of())) {
            items.put(Guards.key(new Row(item).text("pk")), item);
        }
        return Optional.of(new Found(items));
    }

    Map<String, AttributeValue> read(Map<String, AttributeValue> key) {
        var answer =
                dynamo.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        return answer.hasItem() ? answer.item() : Map.of();
    }
}
