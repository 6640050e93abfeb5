package dev.easel.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Billed;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One attempt as an operator reads it.
record AttemptLine(int number, Attempt attempt) {

    static final List<String> HEAD =
            List.of(
                    "#",
                    "attempt",
                    "provider",
                    "model",
                    "contract",
                    "started",
                    "ms",
                    "class",
                    "billed",
                    "diagnostic");

    static List<AttemptLine> of(Generation generation) {
        var lines = new ArrayList<AttemptLine>();
        for (var attempt : generation.attempts()) {
            lines.add(new AttemptLine(lines.size() + 1, attempt));
        }
        return lines;
    }

    List<String> cells() {
        var latency = latency();
        return List.of(
                Integer.toString(number),
                attempt.id().value(),
                attempt.tried().provider(),
                attempt.tried().model(),
                attempt.tried().contract(),
                attempt.startedAt().toString(),
                latency == null ? "-" : latency.toString(),
                outcome(),
                billed().wire(),
                // A provider's words go to a terminal here.
                diagnostic().replaceAll("\\p{Cntrl}", " "));
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("attempt", attempt.id().value())
                .put("provider", attempt.tried().provider())
                .put("model", attempt.tried().model())
                .put("contract", attempt.tried().contract())
                .put("started_at", attempt.startedAt().toString())
                .put("latency_ms", latency())
                .put("class", outcome())
                .put("billed", billed().wire())
                .put("diagnostic", diagnostic());
    }

    /// Null while it runs.
    private @Nullable Long latency() {
        return attempt.latency().map(Duration::toMillis).orElse(null);
    }

    private String outcome() {
        var failure = attempt.failure();
        if (failure != null) {
            return failure.kind().wire();
        }
        return attempt.hasEnded() ? "succeeded" : "running";
    }

    private Billed billed() {
        var known = attempt.billed();
        return known == null ? Billed.UNKNOWN : known;
    }

    private String diagnostic() {
        var failure = attempt.failure();
        return failure == null ? "" : failure.diagnostic();
    }
}
