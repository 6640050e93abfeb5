package dev.easel.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.door.Fingerprint;
import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;
import dev.easel.generation.Generation;
import dev.easel.generation.Guard;
import dev.easel.generation.State;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A generation as the API shows it. Names no model and no company.
final class GenerationJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A poller that is told "not modified" keeps its URLs: it is told so for half their life at
    /// most.
    private static final int FRESH_SHARE = 2;

    private final Assets assets;
    private final Duration urlTtl;

    GenerationJson(Assets assets, Duration urlTtl) {
        this.assets = assets;
        this.urlTtl = urlTtl;
    }

    ObjectNode write(Reading.Read read, Instant now) {
        var generation = read.generation();
        var json =
                JSON.createObjectNode()
                        .put("id", generation.id().value())
                        .put("status", generation.state().status())
                        .put("workflow", generation.order().workflow())
                        .put("tier", generation.order().tier().wire())
                        .put("cost_units", costUnits(read))
                        .put("created_at", generation.createdAt().toString())
                        .put("updated_at", generation.updatedAt().toString());
        var retry = generation.order().retry();
        if (retry != null) {
            json.put("retry_of", retry.of().value());
        }
        writeOutputs(json.putArray("outputs"), generation);
        if (read.children().isEmpty()) {
            var aside = generation.guard() == null ? null : generation.guard().aside();
            EvaluationJson.write(
                    json, read.evaluations(), aside == null ? null : aside.evaluation());
            if (aside != null && generation.state().isTerminal()) {
                writeAside(json.putObject("set_aside"), aside);
            }
        } else {
            EvaluationJson.write(json, read);
        }
        switch (generation.state()) {
            case State.Failed(var failure) -> json.set("failure", write(failure));
            case State.Cancelled(var billed) ->
                    json.set("failure", write(ProviderFailure.cancelled(billed)));
            case State.Reconciling _ -> json.put("reconciling", true);
            case State.Queued _,
                    State.Submitting _,
                    State.Running _,
                    State.Storing _,
                    State.Held _,
                    State.Gathering _,
                    State.Gathered _,
                    State.Succeeded _ -> {}
        }
        if (generation.cancelRequested() && !generation.state().isTerminal()) {
            json.put("cancel_requested", true);
        }
        var children = json.putArray("children");
        read.children().forEach(child -> children.add(write(child, now)));
        json.set("warnings", write(generation.warnings()));
        var metadata = json.putObject("metadata");
        generation.order().metadata().forEach(metadata::put);
        return json;
    }

    /// Changes when the generation does, and while there are outputs also twice in the life of a
    /// signed URL.
    String etag(ObjectNode json, Instant now) {
        var unsigned = json.deepCopy();
        unsign(unsigned);
        long period =
                json.findParents("url_expires_at").isEmpty()
                        ? 0
                        : now.getEpochSecond() / (urlTtl.toSeconds() / FRESH_SHARE);
        return "\"" + Fingerprint.of(unsigned.put("period", period)).substring(0, 32) + "\"";
    }

    private static void unsign(JsonNode json) {
        for (JsonNode signed : json.findParents("url_expires_at")) {
            ((ObjectNode) signed).remove(List.of("url", "url_expires_at"));
        }
    }

    /// A package costs what its children do, and a second try as much as the first.
    private static int costUnits(Reading.Read read) {
        int units = read.generation().order().tier().costUnits();
        int tries = read.generation().made() > 0 ? 2 : 1;
        return units * tries * Math.max(1, read.children().size());
    }

    /// The other one of two tries.
    private void writeAside(ObjectNode json, Guard.Aside aside) {
        json.put("evaluation", aside.evaluation().value());
        var outputs = json.putArray("outputs");
        aside.outputs().forEach(picture -> outputs.add(write(picture)));
    }

    private void writeOutputs(ArrayNode outputs, Generation generation) {
        if (generation.state() instanceof State.Succeeded(var pictures)) {
            for (int i = 0; i < pictures.size(); i++) {
                outputs.add(write(pictures.get(i), "/v1/images/" + generation.id() + "/" + i));
            }
        }
    }

    private ObjectNode write(StoredPicture picture, String href) {
        return write(picture).put("href", href);
    }

    private ObjectNode write(StoredPicture picture) {
        var signed = assets.presignGet(picture.key(), urlTtl);
        return JSON.createObjectNode()
                .put("url", signed.url().toString())
                .put("url_expires_at", signed.expiresAt().toString())
                .put("width", picture.size().width())
                .put("height", picture.size().height())
                .put("content_type", picture.type().wire());
    }

    private static ObjectNode write(ProviderFailure failure) {
        return JSON.createObjectNode()
                .put("class", failure.kind().wire())
                .put("title", failure.kind().title())
                .put("detail", failure.detail())
                .put("retryable", failure.retryable())
                .put("billed", failure.billed().wire());
    }

    private static ArrayNode write(List<Warning> warnings) {
        var list = JSON.createArrayNode();
        warnings.forEach(warning ->
                list.addObject().put("code", warning.code()).put("detail", warning.detail()));
        return list;
    }
}
