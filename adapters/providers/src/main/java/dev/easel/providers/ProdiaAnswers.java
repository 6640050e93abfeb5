package dev.easel.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.http.Reply.Answered;
import dev.easel.http.Reply.Content;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads what Prodia answers: words, JSON, pictures, or parts of all three.
final class ProdiaAnswers {

    private static final Pattern FILE = Pattern.compile("\\w[\\w.-]{0,119}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProdiaAnswers() {}

    /// The output files as they were listed: JSON, or a name in each line. Missing where it is
    /// neither: then some gateway said it.
    static JsonNode list(Answered answered) {
        return answered.json().isMissingNode() ? lines(answered.text()) : answered.json();
    }

    /// The names in a list; absent where it is of no known shape. Which shape it has is not
    /// documented.
    static @Nullable List<String> names(JsonNode list) {
        var entries = list.isObject() ? list.path("output") : list;
        if (entries.isNull()) {
            return List.of();
        }
        var names = entries.valueStream().map(ProdiaAnswers::name).toList();
        return entries.isArray() && !names.contains("") ? names : null;
    }

    /// Whether this is a file, and not a word of some gateway in its place.
    static boolean isFile(Answered answered) {
        var type = answered.content().type().toLowerCase(Locale.ROOT);
        return answered.content().bytes().length > 0
                && !type.startsWith("text/")
                && !type.startsWith("application/json");
    }

    static ProviderFailure failed(JsonNode job) {
        var history = job.path("state").path("history");
        var message = message(job);
        if (message.isEmpty()) {
            message = Symptoms.first(history.path(history.size() - 1).path("message"));
        }
        var dollars = job.path("price").path("dollars");
        var free = dollars.asDouble(0) > 0 ? Billed.YES : Billed.NO;
        return new ProviderFailure(
                Symptoms.kind(message).orElse(FailureClass.UNCLASSIFIED),
                dollars.isMissingNode() || dollars.isNull() ? Billed.UNKNOWN : free,
                Symptoms.told(
                        job.path("config").path("prompt").asText(""), "job failed:", message));
    }

    /// Where it stands differs from error to error.
    static String message(JsonNode body) {
        var detail = body.path("detail");
        return Symptoms.first(
                detail,
                detail.path("message"),
                detail.path("error"),
                detail.path(0).path("msg"),
                body.path("error"),
                body.path("error").path("message"),
                body.path("message"));
    }

    /// Pictures that came with an answer; absent where there are none.
    static Progress.@Nullable Finished pictures(Content content) {
        var type = content.type().toLowerCase(Locale.ROOT);
        // Bytes of no declared kind are a file, too.
        if (type.startsWith("image/") || type.startsWith("application/octet-stream")) {
            return content.bytes().length == 0
                    ? null
                    : new Progress.Finished(
                            List.of(new Output.Inline(content.bytes())), "image body");
        }
        // By what a part declares to be, never by its place: text may stand before the picture.
        var found =
                Multipart.read(content).stream()
                        .filter(Multipart.Part::isPicture)
                        .<Output>map(part -> new Output.Inline(part.bytes()))
                        .toList();
        return found.isEmpty() ? null : new Progress.Finished(found, "image parts");
    }

    static JsonNode part(List<Multipart.Part> parts) {
        return parts.stream()
                .filter(part -> part.name().equals("job"))
                .map(part -> json(part.text()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode lines(String text) {
        var names = JsonNodeFactory.instance.arrayNode();
        for (var line : text.strip().split("\\R", -1)) {
            if (!FILE.matcher(line.strip()).matches()) {
                return MissingNode.getInstance();
            }
            names.add(line.strip());
        }
        return names;
    }

    /// Bare, or in a record; the last segment of a path. Empty where it is no name of a file.
    private static String name(JsonNode entry) {
        var path = Symptoms.first(entry, entry.path("name"), entry.path("filename"));
        var name = path.substring(path.lastIndexOf('/') + 1);
        return FILE.matcher(name).matches() ? name : "";
    }

    static String state(JsonNode job) {
        return job.path("state").path("current").asText("").toLowerCase(Locale.ROOT);
    }

    /// Plain text; a record of the job is understood, too.
    static String word(Answered answered) {
        return answered.json().isObject()
                ? state(answered.json())
                : answered.text().replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }
}
