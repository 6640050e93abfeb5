package dev.easel.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /// An id that follows from what is known: the same for the same `seed`, like no other for another.
    static String derived(String prefix, String seed) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(seed.getBytes(StandardCharsets.UTF_8));
            var id = new StringBuilder(prefix).append('_');
            for (int i = 0; i < Form.LENGTH; i++) {
                id.append(Form.ALPHABET.charAt(hash[i] & (Form.ALPHABET.length() - 1)));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Holder of the compiled pattern: an interface's own constants would be public.
    final class Form {
        static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
        static final int LENGTH = 26;
        private static final Pattern RANDOM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

        private Form() {}
    }
}
