package dev.easel.aws;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A DynamoDB item, or a map within one, as it is read. A missing attribute that is asked for by
/// its plain name is a bug, and says which.
record Row(Map<String, AttributeValue> attributes) {

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return require(name).s();
    }

    Optional<String> maybeText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(require(name).n());
    }

    double decimal(String name) {
        return Double.parseDouble(require(name).n());
    }

    int integer(String name) {
        return Math.toIntExact(number(name));
    }

    byte[] bytes(String name) {
        return require(name).b().asByteArray();
    }

    boolean flag(String name) {
        return require(name).bool();
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Row row(String name) {
        return new Row(require(name).m());
    }

    Optional<Row> maybeRow(String name) {
        return Optional.ofNullable(attributes.get(name)).map(value -> new Row(value.m()));
    }

    List<Row> rows(String name) {
        return require(name).l().stream().map(value -> new Row(value.m())).toList();
    }

    List<String> texts(String name) {
        return require(name).l().stream().map(AttributeValue::s).toList();
    }

    /// Of a set: in no order.
    List<String> set(String name) {
        return require(name).ss();
    }

    private AttributeValue require(String name) {
        return Objects.requireNonNull(
                attributes.get(name), () -> "the item has no attribute " + name);
    }
}
