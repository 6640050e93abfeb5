package dev.easel.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;

/// The sparse index of evaluations that wait for a person, by when they ended. One part is enough: what
/// is not green is rare, and only operators read it.
final class ReviewIndex {

    /// As template.yaml names it.
    static final String NAME = "review-by-end";

    /// The attribute whose presence puts an evaluation into the index.
    static final String REVIEW = "review";

    static final String ENDED_AT = "ended_at";

    static final AttributeValue UNDECIDED = AttributeValue.fromS("undecided");

    private ReviewIndex() {}

    /// Keys of the newest.
    static List<Row> newest(DynamoDbClient dynamo, String table, int limit) {
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName(NAME)
                                .keyConditionExpression("#review = :undecided")
                                .expressionAttributeNames(Map.of("#review", REVIEW))
                                .expressionAttributeValues(Map.of(":undecided", UNDECIDED))
                                .scanIndexForward(false)
                                .limit(limit))
                .items()
                .stream()
                .limit(limit)
                .map(Row::new)
                .toList();
    }
}
