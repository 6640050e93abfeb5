package dev.easel.id;

import java.util.Arrays;
import java.util.Optional;

/// Names one uploaded picture. The prefix says what the picture is, so that an upload needs no row
/// in a table.
public record UploadId(String value) implements Id {

    /// What an uploaded picture is for.
    public enum Kind {
        IMAGE("img"),
        MASK("msk"),
        REFERENCE("ref");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /// What an id of this kind starts with.
        public String prefix() {
            return prefix;
        }

        /// As the API spells it.
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// Reads the API's spelling.
        public static Optional<Kind> of(String wire) {
            return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
        }
    }

    public UploadId {
        if (kindOf(value).isEmpty()) {
            throw new IllegalArgumentException("not the id of an upload: " + value);
        }
    }

    /// Reads an id that came from outside; empty when it is not ours.
    public static Optional<UploadId> parse(String text) {
        return kindOf(text).map(_ -> new UploadId(text));
    }

    /// What the picture is for.
    public Kind kind() {
        return kindOf(value).orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Kind> kindOf(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> Id.hasForm(kind.prefix(), text))
                .findFirst();
    }
}
