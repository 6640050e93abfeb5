package dev.easel.providers;

import static dev.easel.failure.FailureClass.AUTH;
import static dev.easel.failure.FailureClass.CONTENT_POLICY;
import static dev.easel.failure.FailureClass.EMPTY_OUTPUT;
import static dev.easel.failure.FailureClass.INVALID_REQUEST;
import static dev.easel.failure.FailureClass.OVERLOADED;
import static dev.easel.failure.FailureClass.QUOTA;
import static dev.easel.failure.FailureClass.RATE_LIMITED;
import static dev.easel.failure.FailureClass.TIMEOUT;
import static dev.easel.failure.FailureClass.UNCLASSIFIED;
import static dev.easel.failure.FailureClass.UPSTREAM_5XX;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.http.Reply.Answered;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a status, or some words, say about the kind of a failure, where the service itself has no code
/// for it that one could rely on.
final class Symptoms {

    private static final int WORDS_CHARS_MAX = 200;

    /// Names of their interface. A value of ours has blanks or slashes.
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,80}");

    /// In order: a rate limit that mentions an invalid key of a map is still a rate limit.
    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(Refusals.MODERATED.pattern() + "|flagged|sensitive", CONTENT_POLICY),
                    new Sign("api.?key|unauthori[sz]ed|unauthenticated", AUTH),
                    new Sign("time[d_ -]?out|timed out|deadline", TIMEOUT),
                    new Sign("rate.?limit|too many requests|throttled", RATE_LIMITED),
                    new Sign("insufficient|credit|quota|balance|payment|billing", QUOTA),
                    new Sign("unavailable|overload|capacity|high demand", OVERLOADED),
                    new Sign("no (image|output|picture)|empty.?(output|result)", EMPTY_OUTPUT),
                    new Sign(
                            "validation|invalid|unsupported|missing|exceeds?\\b|must be|malformed",
                            INVALID_REQUEST),
                    new Sign("internal|bad gateway|upstream", UPSTREAM_5XX));

    private Symptoms() {}

    static FailureClass kind(int status, String words) {
        return switch (status) {
            case 400, 422 -> Refusals.moderated(words) ? CONTENT_POLICY : INVALID_REQUEST;
            case 404, 405, 413, 415 -> INVALID_REQUEST;
            case 401 -> AUTH;
            case 403 -> kind(words).filter(QUOTA::equals).orElse(AUTH);
            case 402 -> QUOTA;
            case 408 -> TIMEOUT;
            case 429 -> RATE_LIMITED;
            case 503, 529 -> OVERLOADED;
            default -> status >= 500 ? UPSTREAM_5XX : UNCLASSIFIED;
        };
    }

    /// A 4xx refuses before anything is made. A 5xx does not say how far the service came, and a
    /// redirect may follow a deed that was done.
    static Billed billed(int status) {
        return status / 100 == 4 ? Billed.NO : Billed.UNKNOWN;
    }

    /// Codes in camel case are read as words, too.
    static Optional<FailureClass> kind(String words) {
        var lower = words(words);
        return SIGNS.stream()
                .filter(sign -> sign.pattern.matcher(lower).find())
                .map(Sign::kind)
                .findFirst();
    }

    /// `taskNotFound` is `task not found`.
    static String words(String code) {
        return code.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /// What was said where nobody knows the job any more. `own` is what the job said, if the answer
    /// tells it again.
    static String told(String own, String... parts) {
        var said =
                Arrays.stream(parts)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        var unsaid = own.isBlank() ? said : said.replace(own, "(prompt)");
        return Words.capped(Words.plain(unsaid), WORDS_CHARS_MAX);
    }

    /// The first that is text.
    static String first(JsonNode... nodes) {
        return Stream.of(nodes)
                .filter(JsonNode::isTextual)
                .map(node -> Objects.toString(node.textValue(), ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /// A body that is not JSON, as some gateway says it. JSON of no known envelope is not quoted: nobody
    /// knows what it echoes.
    static String unread(Answered answered) {
        return answered.json().isContainerNode() ? "" : answered.text();
    }

    /// Absent where it is no name of a field.
    static @Nullable String field(String name) {
        return FIELD.matcher(name).matches() ? name : null;
    }

    /// The names that a drifted answer has, never its values.
    static String names(JsonNode node) {
        return node.isObject()
                ? node.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(", "))
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /// No value at all, however that is said.
    static boolean nothing(JsonNode node) {
        return node.isContainerNode() ? node.isEmpty() : node.asText("").isBlank();
    }

    /// Words by which a kind is known.
    private record Sign(Pattern pattern, FailureClass kind) {
        Sign(String regex, FailureClass kind) {
            this(Pattern.compile(regex), kind);
        }
    }
}
