package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A DynamoDB table. `expiry` is the attribute of its time to live, if it has one.
public record Table(
        String id,
        String name,
        List<Attribute> attributes,
        Key key,
        List<Index> indexes,
        @Nullable String expiry) {

    public Table {
        attributes = List.copyOf(attributes);
        indexes = List.copyOf(indexes);
    }

    /// A key attribute; `type` is `S`, `N` or `B`.
    public record Attribute(String name, String type) {}

    /// What an item is found by.
    public record Key(String hash, @Nullable String range) {}

    /// A global secondary index. `projection` is `ALL`, `KEYS_ONLY` or `INCLUDE`; only the last one
    /// lists attributes.
    public record Index(String name, Key key, String projection, List<String> included) {
        public Index {
            included = List.copyOf(included);
        }
    }
}
