package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.http.Reply.Answered;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Runware answers about one task: `data` and `errors` may both be there.
///
/// @param data of this task
/// @param errors of this task
/// @param whole as it came
record RunwareAnswer(int status, List<JsonNode> data, List<JsonNode> errors, JsonNode whole) {

    /// The task that asks after a task. It goes by the same UUID, so that only the type tells whose
    /// an error is.
    static final String ASKING = "getResponse";

    /// The task that makes pictures.
    static final String WORK = "imageInference";

    private static final Pattern NOT_FOUND =
            Pattern.compile("not found|unknown task|no such|does ?n.t exist|expired");
    private static final Pattern TAKEN_BEFORE =
            Pattern.compile("already (exists|used|in use)|duplicate|must be unique|conflict");

    /// What a task's data holds beside its picture.
    private static final Set<String> ABOUT =
            Set.of(
                    "taskType",
                    "taskUUID",
                    "status",
                    "cost",
                    "seed",
                    "imageUUID",
                    "NSFWContent",
                    "positivePrompt");

    RunwareAnswer {
        data = List.copyOf(data);
        errors = List.copyOf(errors);
    }

    static RunwareAnswer of(Answered answered, String ticket) {
        var json = answered.json();
        return new RunwareAnswer(
                answered.status(),
                of(json.path("data"), ticket),
                of(json.path("errors"), ticket),
                json);
    }

    private static List<JsonNode> of(JsonNode list, String ticket) {
        return list.valueStream()
                .filter(item -> item.path("taskUUID").asText(ticket).equalsIgnoreCase(ticket))
                .toList();
    }

    /// Absent where there are none.
    Progress.@Nullable Finished pictures() {
        for (var field : List.of("imageURL", "imageBase64Data", "imageDataURI")) {
            var found =
                    data.stream()
                            .map(item -> item.path(field))
                            .flatMap(RunwareAnswer::picture)
                            .distinct()
                            .toList();
            if (!found.isEmpty()) {
                var beside = errors.isEmpty() ? "" : " beside errors[]";
                return new Progress.Finished(found, "data[]." + field + beside);
            }
        }
        return null;
    }

    private static Stream<Output> picture(JsonNode value) {
        var text = Symptoms.first(value);
        if (text.regionMatches(true, 0, "http", 0, 4)) {
            return OutputReader.read(value).stream().flatMap(found -> found.outputs().stream());
        }
        return text.isEmpty()
                ? Stream.of()
                : Base64Picture.read(text.substring(text.indexOf(',') + 1)).stream()
                        .map(Output.class::cast);
    }

    /// An error of the work itself, in whichever list it stands.
    Optional<JsonNode> workError() {
        var broken = data.stream().filter(item -> item.path("status").asText("").equals("error"));
        var told =
                errors.stream().filter(RunwareAnswer::isOfWork).filter(error -> !isNotFound(error));
        return Stream.concat(told, broken).findFirst();
    }

    /// It has no such task, or no longer.
    boolean isUnknown() {
        return errors.stream().anyMatch(RunwareAnswer::isNotFound);
    }

    /// An answer in the known form, which holds nothing.
    boolean isEmpty() {
        return status / 100 == 2
                && whole.path("data").isArray()
                && whole.path("data").isEmpty()
                && whole.path("errors").isEmpty();
    }

    /// It refuses the UUID because it has it.
    boolean takenBefore() {
        return errors.stream()
                .anyMatch(error ->
                        (error.path("parameter").asText("") + words(error))
                                        .toLowerCase(Locale.ROOT)
                                        .contains("uuid")
                                && TAKEN_BEFORE.matcher(words(error)).find());
    }

    /// The first error, of whichever task; missing where there is none.
    JsonNode error() {
        return errors.isEmpty() ? whole.path("errors").path(0) : errors.getFirst();
    }

    /// The first error's code: nothing that a caller wrote can be in it.
    String code() {
        return Symptoms.told("", error().path("code").asText(""));
    }

    static boolean hasSucceeded(JsonNode item) {
        return item.path("status").asText("").equalsIgnoreCase("success");
    }

    /// Something is there that may well be a picture in a form that nobody wrote down.
    static boolean holdsSomethingElse(JsonNode item) {
        return item.propertyStream()
                .anyMatch(field ->
                        !ABOUT.contains(field.getKey()) && !Symptoms.nothing(field.getValue()));
    }

    /// By the code, which is not the same from model to model; then by the status; then by the words.
    static FailureClass kind(int status, String code, String message) {
        return switch (status) {
            case 401, 402, 429 -> Symptoms.kind(status, message);
            default -> {
                var byCode = Symptoms.kind(code);
                // That a request is invalid is the least that a code can say.
                if (byCode.isPresent() && byCode.get() != FailureClass.INVALID_REQUEST) {
                    yield byCode.get();
                }
                if (Refusals.moderated(message)) {
                    yield FailureClass.CONTENT_POLICY;
                }
                var byStatus = Symptoms.kind(status, message);
                yield byCode.orElseGet(() ->
                        byStatus == FailureClass.UNCLASSIFIED
                                ? Symptoms.kind(message).orElse(byStatus)
                                : byStatus);
            }
        };
    }

    /// Such a failure comes before any work.
    static boolean isBeforeWork(FailureClass kind) {
        return switch (kind) {
            case AUTH, QUOTA, RATE_LIMITED, INVALID_REQUEST, CONTENT_POLICY, OVERLOADED -> true;
            case CONNECT,
                    TIMEOUT,
                    CONTRACT_DRIFT,
                    UPSTREAM_5XX,
                    EMPTY_OUTPUT,
                    OUTPUT_FETCH_FAILED,
                    BAD_OUTPUT,
                    SUBSTITUTED_MODEL,
                    UNKNOWN_OUTCOME,
                    CANCELLED,
                    LOST,
                    UNCLASSIFIED ->
                    false;
        };
    }

    /// A task that broke. Its words are not told: they may repeat the prompt, which nobody knows here
    /// any more. Whether such a task is free is not documented, but what it cost may be said; that a
    /// picture was withheld does not make it free.
    static ProviderFailure failed(JsonNode error) {
        var code = error.path("code").asText("");
        var kind = kind(0, code, error.path("message").asText(""));
        var free =
                isBeforeWork(kind) && kind != FailureClass.CONTENT_POLICY
                        ? Billed.NO
                        : Billed.UNKNOWN;
        return new ProviderFailure(
                kind,
                error.path("cost").asDouble(0) > 0 ? Billed.YES : free,
                Symptoms.told("", "task failed:", code, error.path("parameter").asText("")));
    }

    /// And not of our asking, or of our key.
    private static boolean isOfWork(JsonNode error) {
        return error.path("taskType").asText(WORK).equals(WORK);
    }

    /// A model can be not found, too, and then the task says so.
    private static boolean isNotFound(JsonNode error) {
        return !error.path("taskType").asText("").equals(WORK)
                && NOT_FOUND.matcher(words(error)).find();
    }

    private static String words(JsonNode error) {
        return Symptoms.words(
                error.path("code").asText("") + " " + error.path("message").asText(""));
    }
}
