package dev.easel.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A DynamoDB item, or a map within one, as it is written. What is null is left out.
final class RowBuilder {

    private final Map<String, AttributeValue> attributes = new HashMap<>();

    RowBuilder text(String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    RowBuilder number(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    RowBuilder decimal(String name, double value) {
        attributes.put(name, AttributeValue.fromN(Double.toString(value)));
        return this;
    }

    RowBuilder bytes(String name, byte[] value) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    RowBuilder flag(String name, boolean value) {
        attributes.put(name, AttributeValue.fromBool(value));
        return this;
    }

    RowBuilder instant(String name, @Nullable Instant value) {
        return value == null ? this : number(name, value.toEpochMilli());
    }

    <T> RowBuilder row(String name, @Nullable T value, Function<T, RowBuilder> writer) {
        if (value != null) {
            attributes.put(name, writer.apply(value).value());
        }
        return this;
    }

    <T> RowBuilder rows(String name, List<T> values, Function<T, RowBuilder> writer) {
        attributes.put(
                name,
                AttributeValue.fromL(
                        values.stream().map(value -> writer.apply(value).value()).toList()));
        return this;
    }

    RowBuilder texts(String name, List<String> values) {
        attributes.put(
                name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    AttributeValue value() {
        return AttributeValue.fromM(attributes);
    }

    Map<String, AttributeValue> build() {
        return attributes;
    }
}
