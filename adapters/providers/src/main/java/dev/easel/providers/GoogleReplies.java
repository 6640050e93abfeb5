package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.http.Reply.Answered;
import dev.easel.provider.Job;
import dev.easel.provider.Progress;
import dev.easel.provider.Submission;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what Google answers: pictures in either of two shapes, refusals within a 200, and errors.
final class GoogleReplies {

    private static final String BAD_KEY = "API_KEY_INVALID";

    /// `gemini-3-pro-image-preview` and `gemini-3-pro-image-001` are `gemini-3-pro-image`.
    private static final Pattern EDITION =
            Pattern.compile("^models/|(-preview|-latest)?(-\\d{2,4}){0,3}$");

    private static final Pattern RETRY =
            Pattern.compile("retry in (\\d{1,6}(?:\\.\\d{1,9})?)(ms|s)\\b");

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)(s)");

    private static final Pattern PLACE =
            Pattern.compile("(?:at|for) '([A-Za-z0-9_.\\[\\]]{1,80})'");

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,80}");

    private GoogleReplies() {}

    /// Whether it says that the key is none of theirs, which it does with a 400.
    static boolean badKey(Answered answered) {
        return answered.status() == 400 && reasons(error(answered)).anyMatch(BAD_KEY::equals);
    }

    /// A 200 is not success yet.
    static Submission read(Job job, Answered answered) {
        var json = answered.json();
        if (!json.isObject()) {
            // It did not come from the service: some gateways answer 200 for it.
            return Refusals.refused(
                    FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "HTTP 200 without JSON");
        }
        var blocked = json.path("promptFeedback").path("blockReason").asText("");
        if (!blocked.isBlank()) {
            // No model has seen it.
            return Refusals.refused(
                    FailureClass.CONTENT_POLICY,
                    Billed.NO,
                    Refusals.diagnostic(job, "the request was blocked:", blocked));
        }
        var version = json.path("modelVersion").asText(json.path("model").asText(""));
        if (!version.isBlank() && !edition(version).equals(edition(job.tried().model()))) {
            return paid(
                    FailureClass.SUBSTITUTED_MODEL,
                    Refusals.diagnostic(job, version, "answered instead"));
        }
        return json.path("candidates").isArray()
                ? content(job, json.path("candidates"))
                : interaction(job, json);
    }

    /// The last picture is the one: those before it are drafts, even where they are not declared as
    /// thoughts.
    private static Submission content(Job job, JsonNode candidates) {
        var parts =
                candidates
                        .valueStream()
                        .flatMap(one -> one.path("content").path("parts").valueStream())
                        .filter(part -> !part.path("thought").asBoolean(false))
                        .toList();
        var pictures = parts.stream().filter(part -> part.has("inlineData")).toList();
        if (!pictures.isEmpty()) {
            var data = pictures.getLast().path("inlineData").path("data");
            return picture(data, "candidates[].content.parts[].inlineData");
        }
        return parts.stream()
                .filter(part -> !part.has("text"))
                .findFirst()
                .map(part -> drifted(job, "a part of another kind:", part))
                .orElseGet(() -> withoutPicture(job, candidates.path(0)));
    }

    /// The model was paid for what it read and thought by then; that the picture is withheld does not
    /// undo that. Not documented for refusals.
    private static Submission withoutPicture(Job job, JsonNode candidate) {
        var reason = candidate.path("finishReason").asText("no reason");
        var kind =
                switch (reason) {
                    case "SAFETY",
                            "RECITATION",
                            "BLOCKLIST",
                            "PROHIBITED_CONTENT",
                            "SPII",
                            "IMAGE_SAFETY",
                            "IMAGE_PROHIBITED_CONTENT",
                            "IMAGE_RECITATION" ->
                            FailureClass.CONTENT_POLICY;
                    default -> FailureClass.EMPTY_OUTPUT;
                };
        return paid(kind, Refusals.diagnostic(job, "ended without a picture:", reason));
    }

    /// In steps, or in a list of outputs, as it was at first.
    private static Submission interaction(Job job, JsonNode json) {
        var stepped = json.path("steps").isArray();
        var steps =
                json.path("steps")
                        .valueStream()
                        .filter(step -> type(step).equals("model_output"))
                        .toList();
        var contents =
                (stepped
                                ? steps.stream().flatMap(step -> step.path("content").valueStream())
                                : json.path("outputs").valueStream())
                        .toList();
        return contents.stream()
                .filter(content -> type(content).equals("image") && content.has("data"))
                .reduce((_, last) -> last)
                .map(last ->
                        picture(
                                last.path("data"),
                                stepped ? "steps[].content[].data" : "outputs[].data"))
                .orElseGet(() -> {
                    // The model chose to talk, or to say nothing.
                    var listed = stepped || json.path("outputs").isArray();
                    var talk = contents.stream().allMatch(one -> type(one).equals("text"));
                    return unfinished(job, json, listed && talk);
                });
    }

    /// How an interaction that makes no picture says why is not documented.
    ///
    /// @param known whether its shape is, though there is no picture in it
    private static Submission unfinished(Job job, JsonNode json, boolean known) {
        var status = json.path("status").asText("");
        var faults =
                Stream.of(
                                Stream.of(json.path("error")),
                                json.path("errors").valueStream(),
                                json.path("steps").valueStream().map(step -> step.path("error")))
                        .flatMap(errors -> errors)
                        .map(error -> text(error.path("code")) + " " + text(error.path("message")))
                        .collect(Collectors.joining(" "));
        var told = Refusals.diagnostic(job, "the interaction is", status, faults);
        if (Refusals.moderated(faults)) {
            return paid(FailureClass.CONTENT_POLICY, told);
        }
        return switch (status) {
            case "completed", "incomplete" ->
                    known
                            ? paid(FailureClass.EMPTY_OUTPUT, told)
                            : drifted(job, "no picture where one is known to be:", json);
            case "failed" -> Refusals.refused(FailureClass.UPSTREAM_5XX, Billed.UNKNOWN, told);
            case "budget_exceeded" -> Refusals.refused(FailureClass.QUOTA, Billed.UNKNOWN, told);
            case "cancelled", "queued", "in_progress", "requires_action" ->
                    Refusals.refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, told);
            default -> drifted(job, "HTTP 200 of another shape:", json);
        };
    }

    private static String type(JsonNode node) {
        return node.path("type").asText("");
    }

    /// What type it is said to have is not to be relied on.
    private static Submission picture(JsonNode data, String shape) {
        return Base64Picture.read(data.asText(""))
                .<Submission>map(picture ->
                        new Submission.Done(new Progress.Finished(List.of(picture), shape)))
                .orElseGet(() ->
                        paid(FailureClass.BAD_OUTPUT, "the picture's letters are not base 64"));
    }

    /// Anything but a 2xx.
    static Submission refused(Job job, Answered answered) {
        var error = error(answered);
        var status = text(error.path("status"));
        var message = text(error.path("message"));
        var words = answered.json().isContainerNode() ? "" : answered.text();
        var told =
                Refusals.diagnostic(
                        job,
                        "HTTP " + answered.status(),
                        status,
                        text(error.path("code")),
                        reasons(error).collect(Collectors.joining(" ")),
                        message,
                        words);
        return new Submission.Refused(
                new ProviderFailure(kind(answered, error), billed(answered.status(), status), told),
                Optional.ofNullable(pause(error, message)).orElse(answered.retryAfter()),
                field(error, message));
    }

    private static FailureClass kind(Answered answered, JsonNode error) {
        return switch (answered.status()) {
            case 400 -> badRequest(answered, error);
            case 401, 403 -> FailureClass.AUTH;
            case 402 -> FailureClass.QUOTA;
            case 404, 405, 413, 415, 422 -> FailureClass.INVALID_REQUEST;
            case 408, 504 -> FailureClass.TIMEOUT;
            case 429 -> lasting(error) ? FailureClass.QUOTA : FailureClass.RATE_LIMITED;
            case 503 -> FailureClass.OVERLOADED;
            default ->
                    answered.status() >= 500
                            ? FailureClass.UPSTREAM_5XX
                            : FailureClass.UNCLASSIFIED;
        };
    }

    private static FailureClass badRequest(Answered answered, JsonNode error) {
        if (badKey(answered)) {
            return FailureClass.AUTH;
        }
        if (Refusals.moderated(text(error.path("code")))) {
            return FailureClass.CONTENT_POLICY;
        }
        // The account: it has no billing, or is where this is not sold.
        return text(error.path("status")).equals("FAILED_PRECONDITION")
                ? FailureClass.QUOTA
                : FailureClass.INVALID_REQUEST;
    }

    /// Whether what ran out comes back tomorrow, or was never there.
    private static boolean lasting(JsonNode error) {
        return details(error, "violations")
                .anyMatch(violation ->
                        text(violation.path("quotaId")).contains("PerDay")
                                || text(violation.path("quotaValue")).equals("0"));
    }

    /// A 4xx refuses before anything is made, and so does a service that says of itself that it is
    /// too busy. Of any other 5xx nobody knows how far it came; that errors are not charged
    /// (`docs/billing`) says nothing of those that the edge gives for a call that went on.
    private static Billed billed(int status, String word) {
        return status / 100 == 4 || word.equals("UNAVAILABLE") ? Billed.NO : Billed.UNKNOWN;
    }

    /// It stands in the body, and as words if not there.
    private static @Nullable Duration pause(JsonNode error, String message) {
        var delay =
                error.path("details")
                        .valueStream()
                        .map(detail -> text(detail.path("retryDelay")))
                        .flatMap(text -> SECONDS.matcher(text).results());
        return Stream.concat(delay, RETRY.matcher(message).results())
                .map(match -> seconds(match.group(1), match.group(2)))
                .findFirst()
                .orElse(null);
    }

    /// Whole ones, and rather more than fewer.
    private static Duration seconds(String number, String unit) {
        var seconds = new BigDecimal(number).movePointLeft(unit.equals("ms") ? 3 : 0);
        return Duration.ofSeconds(seconds.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /// A name of their interface, never a value of ours.
    private static @Nullable String field(JsonNode error, String message) {
        return Stream.concat(
                        details(error, "fieldViolations")
                                .map(violation -> text(violation.path("field"))),
                        PLACE.matcher(message).results().map(match -> match.group(1)))
                .filter(field -> FIELD.matcher(field).matches())
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> details(JsonNode error, String list) {
        return error.path("details")
                .valueStream()
                .flatMap(detail -> detail.path(list).valueStream());
    }

    private static Stream<String> reasons(JsonNode error) {
        return error.path("details")
                .valueStream()
                .map(detail -> text(detail.path("reason")))
                .filter(reason -> !reason.isEmpty());
    }

    /// Sometimes the one element of a list.
    private static JsonNode error(Answered answered) {
        var json = answered.json().isArray() ? answered.json().path(0) : answered.json();
        return json.has("error") ? json.path("error") : json;
    }

    private static Submission drifted(Job job, String what, JsonNode shape) {
        var fields =
                shape.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
        return paid(
                FailureClass.CONTRACT_DRIFT, Refusals.diagnostic(job, what, "[" + fields + "]"));
    }

    private static Submission paid(FailureClass kind, String diagnostic) {
        return Refusals.refused(kind, Billed.YES, diagnostic);
    }

    private static String edition(String model) {
        return EDITION.matcher(model).replaceAll("");
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? Objects.toString(node.textValue(), "") : "";
    }
}
