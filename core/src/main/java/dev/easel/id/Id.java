package dev.easel.id;

import java.util.regex.Pattern;

/// Names one thing that outlives a request. Every id is its prefix, `_`, and 26 characters of
/// Crockford's base 32 (128 random bits).
public sealed interface Id permits GenerationId, UploadId, EvaluationId, AttemptId {

    /// The whole id, as it stands in URLs, tables and logs.
    String value();

    /// True when `text` has the form of an id with this prefix. It says nothing about whether such
    /// a thing exists.
    static boolean hasForm(String prefix, String text) {
        return text.startsWith(prefix + "_")
                && Form.RANDOM.matcher(text).region(prefix.length() + 1, text.length()).matches();
    }

    /// Throws when `text` does not have the form of an id with this prefix: ids from outside are
    /// parsed first.
    static void requireForm(String prefix, String text) {
        if (!hasForm(prefix, text)) {
            throw new IllegalArgumentException(
                    "not an id that starts with " + prefix + "_: " + text);
        }
    }

    /// Holder of the compiled pattern: an interface's own constants would be public.
    final class Form {
        private static final Pattern RANDOM = Pattern.compile("[0-9abcdefghjkmnpqrstvwxyz]{26}");

        private Form() {}
    }
}
