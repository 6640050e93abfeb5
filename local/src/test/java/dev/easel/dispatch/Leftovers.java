package dev.easel.dispatch;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.HashMap;
import java.util.List;

/// What worlds before have left open in the tables that all of them share. Nobody of another world could go on
/// with it: its provider may not be there.
final class Leftovers {

    private Leftovers() {}

    /// @param key the names of the table's key
    static void clear(DynamoDbClient dynamo, String table, List<String> key) {
        dynamo.scanPaginator(scan -> scan.tableName(table).indexName("open-by-due"))
                .items()
                .forEach(item -> {
                    var of = new HashMap<>(item);
                    of.keySet().retainAll(key);
                    dynamo.deleteItem(row -> row.tableName(table).key(of));
                });
    }
}
