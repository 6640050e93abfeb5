package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A generation as it was read last.
///
/// @param retryAfter when to read it again; absent once it rests
public record RemoteGeneration(JsonNode body, @Nullable Duration retryAfter) {

    private static final Set<String> TERMINAL =
            Set.of("succeeded", "failed", "cancelled", "partial");
    private static final Set<String> WITH_OUTPUT = Set.of("succeeded", "partial");

    public String id() {
        return body.path("id").asText();
    }

    public String status() {
        return body.path("status").asText();
    }

    public boolean hasOutput() {
        return WITH_OUTPUT.contains(status());
    }

    /// Its status is final and, where there is something to judge, the judges are done.
    public boolean rests() {
        if (!TERMINAL.contains(status())) {
            return false;
        }
        return !hasOutput() || verdict().isPresent() || retryAfter == null;
    }

    public Optional<String> verdict() {
        return Optional.ofNullable(body.path("evaluation").path("verdict").asText(null));
    }

    public JsonNode evaluation() {
        return body.path("evaluation");
    }

    public JsonNode failure() {
        return body.path("failure");
    }

    /// Where its pictures are: links of the API that do not die.
    public List<String> outputs() {
        var hrefs = new ArrayList<String>();
        body.path("outputs").forEach(output -> hrefs.add(output.path("href").asText()));
        return hrefs;
    }

    public List<String> warnings() {
        var details = new ArrayList<String>();
        for (var warning : body.path("warnings")) {
            details.add(warning.path("detail").asText(warning.asText()));
        }
        return details;
    }
}
