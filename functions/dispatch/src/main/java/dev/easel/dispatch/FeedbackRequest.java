package dev.easel.dispatch;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.door.Body;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Feedback;
import dev.easel.judging.Judge;

import java.time.Instant;

/// `{judge, agrees, comment?}`: what a person thinks of a finding.
final class FeedbackRequest {

    private static final int COMMENT_CHARS_MAX = 1000;

    private FeedbackRequest() {}

    /// Throws [dev.easel.failure.Failure.InvalidRequest] naming every wrong field.
    static Feedback read(JsonNode node, Evaluation evaluation, Instant now) {
        var body = Body.of(node);
        var judge =
                body.required("judge", body.choice("judge", Judge::of, "is no judge"))
                        .filter(named -> isHeard(named, evaluation, body));
        var agrees = body.required("agrees", body.flag("agrees"));
        var comment = body.text("comment", COMMENT_CHARS_MAX).map(String::strip);
        body.check();
        return new Feedback(
                judge.orElseThrow(),
                agrees.orElseThrow(),
                comment.filter(text -> !text.isEmpty()).orElse(null),
                now);
    }

    private static boolean isHeard(Judge judge, Evaluation evaluation, Body body) {
        if (!evaluation.hasHeard(judge)) {
            body.violate("judge", "has found nothing in this evaluation");
            return false;
        }
        return true;
    }
}
