package dev.easel.aws;

import dev.easel.id.Id;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The sparse index of what has not come to rest, sorted by when it is due.
///
/// An item is in it as long as it has the attribute `open`. The index is cut into eight parts by
/// the id's hash, so that no part is hot.
final class OpenIndex {

    /// As template.yaml names it.
    static final String NAME = "open-by-due";

    /// The attribute whose presence puts an item into the index.
    static final String OPEN = "open";

    /// When the next thing is expected, in milliseconds since 1970.
    static final String DUE_AT = "due_at";

    private static final int PARTS = 8;

    private OpenIndex() {}

    static String part(Id id) {
        return "open#" + Math.floorMod(id.value().hashCode(), PARTS);
    }

    /// Keys of what was due before `now`, the longest overdue of each part first.
    static List<Row> overdue(DynamoDbClient dynamo, String table, Instant now, int limit) {
        return IntStream.range(0, PARTS)
                .mapToObj(part ->
                        dynamo.query(query ->
                                query.tableName(table)
                                        .indexName(NAME)
                                        .keyConditionExpression("#open = :part AND #due < :now")
                                        .expressionAttributeNames(
                                                Map.of("#open", OPEN, "#due", DUE_AT))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":part",
                                                                AttributeValue.fromS(
                                                                        "open#" + part),
                                                        ":now",
                                                                AttributeValue.fromN(
                                                                        Long.toString(
                                                                                now
                                                                                        .toEpochMilli()))))
                                        .limit(limit)))
                .flatMap(found -> found.items().stream())
                .map(Row::new)
                .toList();
    }
}
