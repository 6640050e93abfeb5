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
import static dev.easel.failure.FailureClass.UNKNOWN_OUTCOME;
import static dev.easel.failure.FailureClass.UPSTREAM_5XX;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.http.Reply.Answered;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what went wrong at Runflow: a refusal, which comes in several envelopes, or a run that
/// ended badly.
///
/// The codes of failed runs are documented nowhere, so they are classed by code, then by text, and
/// what nobody knows stays unclassified.
final class RunflowFailures {

    private static final int WORDS_CHARS_MAX = 200;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,80}");

    /// In order: a rate limit that mentions an invalid key of a map is still a rate limit.
    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(Refusals.MODERATED, CONTENT_POLICY),
                    new Sign("time[d_ -]?out|deadline", TIMEOUT),
                    new Sign("rate.?limit|too many requests", RATE_LIMITED),
                    new Sign("insufficient.?credit|quota|balance", QUOTA),
                    new Sign("unavailable|overload|capacity", OVERLOADED),
                    new Sign("no (image|output|picture)|empty.?(output|result)", EMPTY_OUTPUT),
                    new Sign(
                            "validation|invalid|unsupported|exceeds?\\b|must be|malformed",
                            INVALID_REQUEST),
                    new Sign("internal|bad gateway|upstream", UPSTREAM_5XX));

    private RunflowFailures() {}

    /// A submit that was answered with anything but 2xx. `prompt` is taken out of what the body
    /// echoes.
    static ProviderFailure refused(Answered reply, String prompt) {
        var told = diagnostic(reply, prompt);
        return new ProviderFailure(kind(reply.status(), told), billed(reply), told);
    }

    /// A run that failed. It is not billed (concepts/pricing).
    static ProviderFailure failed(JsonNode run) {
        var code = first(run.path("failure_code"), run.path("error").path("code"));
        var message = first(run.path("failure_message"), run.path("error").path("message"));
        var kind = sign(code).or(() -> sign(message)).orElse(UNCLASSIFIED);
        var told =
                said(
                        List.of("run failed", code, text(run.path("failure_stage_code")), message),
                        text(run.path("input").path("prompt")));
        return new ProviderFailure(kind, Billed.NO, told);
    }

    /// Status and code alone: nothing that a caller wrote can be in them.
    static String code(Answered reply) {
        var json = reply.json();
        var code = first(json.path("code"), json.path("error").path("code"));
        return Words.capped(("HTTP " + reply.status() + " " + code).strip(), WORDS_CHARS_MAX);
    }

    /// The first part of the request that was not taken; absent when the refusal names none. A name of
    /// their interface, never a value of ours.
    static @Nullable String field(Answered reply) {
        return Stream.of(reply.json().path("errors"), reply.json().path("detail"))
                .flatMap(JsonNode::valueStream)
                .map(RunflowFailures::place)
                .filter(place -> FIELD.matcher(place).matches())
                .findFirst()
                .orElse(null);
    }

    private static String place(JsonNode item) {
        var loc =
                item.path("loc")
                        .valueStream()
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("."));
        return loc.isEmpty() ? first(item.path("field"), item.path("path")) : loc;
    }

    /// Status, code and first words, for operators: no link, no key, no prompt.
    static String diagnostic(Answered reply, String prompt) {
        var json = reply.json();
        var code = first(json.path("code"), json.path("error").path("code"));
        var message =
                first(json.path("message"), json.path("error").path("message"), json.path("error"));
        var items =
                Stream.of(json.path("errors"), json.path("detail"))
                        .map(RunflowFailures::items)
                        .collect(Collectors.joining(" "));
        // A JSON body of no known envelope is not quoted: nobody knows what it echoes.
        var rest = json.isContainerNode() ? "" : reply.text();
        var status = "HTTP " + reply.status();
        return said(List.of(status, code, message, items, rest), prompt);
    }

    private static FailureClass kind(int status, String told) {
        return switch (status) {
            case 400, 422 -> Refusals.moderated(told) ? CONTENT_POLICY : INVALID_REQUEST;
            case 404, 405, 413, 415 -> INVALID_REQUEST;
            case 401, 403 -> AUTH;
            case 402 -> QUOTA;
            case 408 -> TIMEOUT;
            // Our reference with another body: a bug of ours, and under that reference something
            // may well have been made.
            case 409 -> UNKNOWN_OUTCOME;
            case 429 -> RATE_LIMITED;
            case 503 -> OVERLOADED;
            default -> status >= 500 ? UPSTREAM_5XX : UNCLASSIFIED;
        };
    }

    /// A 4xx refuses before anything is made. A 5xx does not say how far the service came: the edge
    /// answers 502 and 504 for a run that may have been created, and a 500 may follow the creation.
    /// The one exception is the service's own word that the model is down. A redirect (303 follows
    /// a deed that was done) says nothing either.
    private static Billed billed(Answered reply) {
        var unavailable = reply.json().path("code").asText("").equals("MODEL_UNAVAILABLE");
        var refused = reply.status() / 100 == 4 && reply.status() != 409;
        return refused || unavailable ? Billed.NO : Billed.UNKNOWN;
    }

    private static Optional<FailureClass> sign(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> sign.pattern.matcher(lower).find())
                .map(Sign::kind)
                .findFirst();
    }

    /// A sentence, or a list of items that each name a place and what is wrong there. Never the
    /// `input` that such items echo.
    private static String items(JsonNode node) {
        if (!node.isArray()) {
            return text(node);
        }
        return node.valueStream()
                .map(RunflowFailures::item)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String item(JsonNode item) {
        var what = first(item.path("msg"), item.path("message"), item.path("detail"), item);
        return Stream.of(place(item), what)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String said(List<String> parts, String prompt) {
        var all = parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
        var own = prompt.isBlank() ? all : all.replace(prompt, "(prompt)");
        return Words.capped(Words.plain(own), WORDS_CHARS_MAX);
    }

    private static String first(JsonNode... nodes) {
        return Stream.of(nodes)
                .map(RunflowFailures::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? Objects.toString(node.textValue(), "") : "";
    }

    /// Words by which a class of failure is known.
    private record Sign(Pattern pattern, FailureClass kind) {
        Sign(String regex, FailureClass kind) {
            this(Pattern.compile(regex), kind);
        }
    }
}
