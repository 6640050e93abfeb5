package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.client.Timeline.Tone;

/// Tells how a generation ended: the verdict with its findings, or why there is none.
final class Ending {

    private final Timeline timeline;
    private final Patience patience;

    Ending(Timeline timeline, Patience patience) {
        this.timeline = timeline;
        this.patience = patience;
    }

    /// Answers whether it came to rest with a verdict.
    boolean tell(RemoteGeneration last) {
        if (!last.rests()) {
            var seconds = patience.timeout().toSeconds();
            timeline.step(
                    Tone.BAD,
                    "timeout",
                    "not at rest after " + seconds + " s, still " + state(last) + ". It goes on.");
            return false;
        }
        var verdict = last.verdict();
        if (last.hasOutput() && verdict.isPresent()) {
            tellVerdict(verdict.get(), last.evaluation());
            return true;
        }
        tellFailure(last);
        return false;
    }

    private static String state(RemoteGeneration last) {
        return last.hasOutput() ? "being judged" : last.status();
    }

    private void tellVerdict(String verdict, JsonNode evaluation) {
        var issues = evaluation.path("issues").asInt();
        timeline.step(
                tone(verdict),
                "verdict",
                verdict + ", " + issues + (issues == 1 ? " issue" : " issues"));
        for (var finding : evaluation.path("findings")) {
            var result = finding.path("result").asText();
            timeline.detail(
                    tone(result),
                    result.equals("fail") ? "FAIL" : result,
                    finding.path("judge").asText() + ": " + finding.path("reasoning").asText());
        }
    }

    private static Tone tone(String word) {
        return switch (word) {
            case "green", "pass" -> Tone.GOOD;
            case "red", "fail" -> Tone.BAD;
            default -> Tone.DOUBTFUL;
        };
    }

    private void tellFailure(RemoteGeneration last) {
        var failure = last.failure();
        if (failure.isMissingNode() || failure.isNull()) {
            timeline.step(Tone.BAD, last.status(), "without a verdict");
            return;
        }
        timeline.step(
                Tone.BAD,
                last.status(),
                failure.path("title").asText() + " (" + failure.path("class").asText() + ")");
        timeline.detail(Tone.PLAIN, "", failure.path("detail").asText());
        if (failure.path("retryable").asBoolean()) {
            timeline.detail(Tone.PLAIN, "", "It may work if you run it again.");
        }
    }
}
