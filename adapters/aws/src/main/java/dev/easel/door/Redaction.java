package dev.easel.door;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what no log may hold: URLs (a signature may be in them), keys, addresses.
///
/// The last line of defence. Nothing of ours logs such a thing on purpose; an SDK's or a provider's
/// words may hold one.
final class Redaction {

    private record Rule(Pattern pattern, String stand) {
        Rule(String pattern, String stand) {
            this(Pattern.compile(pattern), stand);
        }
    }

    private static final List<Rule> ALWAYS =
            List.of(
                    new Rule("(?i)\\b[a-z][a-z0-9+.-]*://[^\\s\"'<>]*", "[url]"),
                    new Rule("(?i)X-Amz-[\\w-]+(?:\\s*[=:]\\s*[^\\s&,;]+)?", "[signature]"),
                    new Rule("(?i)\\b(?:bearer|basic)\\s+[^\\s,;\"']+", "[key]"),
                    new Rule(
                            "(?i)\\b(?:[\\w-]*(?:api[-_]?key|secret|password|token|credential)"
                                    + "|authorization)\"?\\s*[=:]\\s*[^\\s,;]+",
                            "[key]"),
                    new Rule("\\b(?:rf_\\w+|A[KS]IA[A-Z0-9]{16})", "[key]"),
                    // What is longer than any id is a body, or a key.
                    new Rule("[A-Za-z0-9+/=_-]{60,}", "[data]"),
                    new Rule("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.]\\w)", "[address]"),
                    new Rule(
                            "(?<![\\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\\w:])",
                            "[address]"));

    /// What only foreign words hold: the host that was not found, the text that could not be read.
    private static final List<Rule> FOREIGN =
            List.of(
                    new Rule("\"[^\"]*\"?", "[quoted]"),
                    new Rule("(?<![\\w./])(?:[a-z0-9-]+\\.)+[a-z]{2,}(?![\\w.(])", "[host]"));

    private Redaction() {}

    /// For a value that we log.
    static String value(String text) {
        return apply(ALWAYS, text);
    }

    /// For an exception's message, which may quote what it choked on.
    static String message(String text) {
        return apply(FOREIGN, apply(ALWAYS, text));
    }

    private static String apply(List<Rule> rules, String text) {
        var clean = text;
        for (var rule : rules) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.stand());
        }
        return clean;
    }
}
