package dev.easel.simulator.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.picture.Colour;
import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/// Writes what `generateContent` answers. `finishReason` stands beside `content`, and a refusal is
/// an answer like any other.
final class Candidates {

    /// What a model that fell short is replaced by.
    private static final String OTHER_MODEL = "gemini-2.5-flash-image";

    private static final int PROMPT_TOKENS = 12;

    private final Shop shop;

    Candidates(Shop shop) {
        this.shop = shop;
    }

    Reply answer(Job job, Outcome outcome, GoogleModel model, String size) throws IOException {
        return switch (outcome) {
            case Outcome.Made made -> Reply.json(200, made(job, made, model, size));
            case Outcome.Unreadable _ ->
                    GoogleErrors.error(400, "INVALID_ARGUMENT", "Unable to process input image.");
            case Outcome.Failed _, Outcome.Canceled _ -> Reply.json(200, refused(job, model));
        };
    }

    /// Where the words alone are to blame nothing is even begun: there are no candidates at all.
    private ObjectNode refused(Job job, GoogleModel model) {
        var body = Json.object();
        if (job.scenario == Scenario.MODERATED && job.order.sources().isEmpty()) {
            body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        } else {
            var reason =
                    switch (job.scenario) {
                        case MODERATED -> "IMAGE_SAFETY";
                        case FAILED -> "IMAGE_OTHER";
                        default -> "IMAGE_UNSETTLED";
                    };
            body.putArray("candidates")
                    .addObject()
                    .put("index", 0)
                    .put("finishReason", reason)
                    .put("finishMessage", "Unable to show the generated image.");
        }
        body.putObject("usageMetadata")
                .put("promptTokenCount", PROMPT_TOKENS)
                .put("totalTokenCount", PROMPT_TOKENS);
        return tail(body, job, model);
    }

    private ObjectNode made(Job job, Outcome.Made made, GoogleModel model, String size)
            throws IOException {
        var body = Json.object();
        var candidate = body.putArray("candidates").addObject().put("index", 0);
        boolean empty = made.pictures().isEmpty();
        boolean saysSo = empty && job.order.sources().isEmpty();
        candidate.put("finishReason", saysSo ? "NO_IMAGE" : "STOP");
        if (!saysSo) {
            var content = candidate.putObject("content").put("role", "model");
            var parts = content.putArray("parts");
            if (model.thinks() && !empty) {
                think(parts);
            }
            parts.addObject().put("text", empty ? "I cannot draw that." : "Here it is.");
            for (var kept : made.pictures()) {
                picture(parts.addObject(), kept, job, made.at());
            }
        }
        int tokens = empty ? 0 : model.grade(size).orElseThrow().tokens();
        var usage =
                body.putObject("usageMetadata")
                        .put("promptTokenCount", PROMPT_TOKENS)
                        .put("candidatesTokenCount", tokens)
                        .put("totalTokenCount", PROMPT_TOKENS + tokens);
        usage.putArray("candidatesTokensDetails")
                .addObject()
                .put("modality", "IMAGE")
                .put("tokenCount", tokens);
        return tail(body, job, model);
    }

    /// A thought in words and a draft of the picture, both marked as such.
    private static void think(ArrayNode parts) {
        parts.addObject().put("text", "First a draft.").put("thought", true);
        var draft = Picture.filled(64, 64, Colour.of(90, 90, 90)).png();
        parts.addObject()
                .put("thought", true)
                .putObject("inlineData")
                .put("mimeType", "image/png")
                .put("data", Base64.getEncoder().encodeToString(draft));
    }

    private void picture(ObjectNode part, Outputs.Kept kept, Job job, Instant made)
            throws IOException {
        if (job.scenario == Scenario.OTHER_SHAPE) {
            part.putObject("fileData")
                    .put("mimeType", kept.contentType())
                    .put("fileUri", shop.url(job, kept, made, Outputs.LIFE).toString());
        } else {
            part.putObject("inlineData")
                    .put("mimeType", kept.contentType())
                    .put("data", base64(kept));
            part.put("thoughtSignature", "c2lt");
        }
    }

    String base64(Outputs.Kept kept) throws IOException {
        return Base64.getEncoder().encodeToString(shop.outputs().read(kept).bytes());
    }

    private static ObjectNode tail(ObjectNode body, Job job, GoogleModel model) {
        return body.put("modelVersion", version(job, model)).put("responseId", job.id);
    }

    static String version(Job job, GoogleModel model) {
        return job.scenario == Scenario.SUBSTITUTED_MODEL ? OTHER_MODEL : model.id();
    }
}
