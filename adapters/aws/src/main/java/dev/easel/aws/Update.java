package dev.easel.aws;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A conditional update of one item, put together attribute by attribute. Every attribute goes by an
/// alias, `#name` and `:name`, because DynamoDB reserves many words.
final class Update {

    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private String condition = "";

    Update set(String attribute, AttributeValue value) {
        sets.add("#" + attribute + " = :" + attribute);
        return name("#" + attribute, attribute).value(":" + attribute, value);
    }

    Update remove(String attribute) {
        removes.add("#" + attribute);
        return name("#" + attribute, attribute);
    }

    Update name(String alias, String attribute) {
        names.put(alias, attribute);
        return this;
    }

    Update value(String alias, AttributeValue value) {
        values.put(alias, value);
        return this;
    }

    /// The condition; a later one replaces an earlier one.
    Update when(String expression) {
        condition = expression;
        return this;
    }

    UpdateItemRequest of(String table, Map<String, AttributeValue> key) {
        return request(table, key, condition);
    }

    /// The same, on one more condition.
    UpdateItemRequest of(String table, Map<String, AttributeValue> key, String more) {
        return request(table, key, "(" + condition + ") AND " + more);
    }

    private UpdateItemRequest request(
            String table, Map<String, AttributeValue> key, String condition) {
        var set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        var remove = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(key)
                .updateExpression(set + remove)
                .conditionExpression(condition)
                // What the expressions do not name is refused, and so is an empty map.
                .expressionAttributeNames(used(names, set + remove + " " + condition))
                .expressionAttributeValues(
                        values.isEmpty() ? null : used(values, set + remove + " " + condition))
                .build();
    }

    private static <T> Map<String, T> used(Map<String, T> aliases, String expression) {
        var used = new HashMap<String, T>();
        aliases.forEach((alias, value) -> {
            if (expression.matches("(?s).*" + alias + "\\b.*")) {
                used.put(alias, value);
            }
        });
        return used;
    }
}
