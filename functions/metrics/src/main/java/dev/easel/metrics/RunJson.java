package dev.easel.metrics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.reliability.Prompt;
import dev.easel.reliability.Prompts;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Timing;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/// Runs as JSON. What a provider said stays with the operator; its pictures are signed at every read, and
/// no address of them is kept anywhere.
final class RunJson {

    private static final double MICRO = 1e6;

    private final Assets assets;
    private final Duration urlLife;
    private final Clock clock;

    RunJson(Assets assets, Duration urlLife, Clock clock) {
        this.assets = assets;
        this.urlLife = urlLife;
        this.clock = clock;
    }

    ObjectNode page(Batches.Page page) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put(
                "simulated",
                page.batches().stream()
                        .flatMap(batch -> batch.runs().stream())
                        .anyMatch(Run::simulated));
        var batches = json.putArray("batches");
        page.batches().forEach(batch -> batches.add(batch(batch)));
        return json.put("next", page.next() == null ? null : page.next().wire());
    }

    private ObjectNode batch(Batches.Batch batch) {
        var first = batch.runs().getFirst();
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("window", batch.window().wire())
                        .put("period_seconds", first.period().toSeconds());
        json.set("prompt", prompt(first));
        var runs = json.putArray("runs");
        batch.runs().forEach(run -> runs.add(body(run)));
        return json;
    }

    /// A run by itself.
    ObjectNode run(Run run) {
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("window", run.window().wire())
                        .put("period_seconds", run.period().toSeconds());
        json.set("prompt", prompt(run));
        json.setAll(body(run));
        return json;
    }

    private static ObjectNode prompt(Run run) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", run.prompt())
                .put("text", Prompts.find(run.prompt()).map(Prompt::text).orElse(null));
    }

    private ObjectNode body(Run run) {
        var result = run.result(clock.instant()).orElse(null);
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("provider", run.provider())
                        .put("model", run.candidate().model())
                        .put("result", result == null ? "running" : result.wire())
                        .put("simulated", run.simulated())
                        .put("skipped", run.skipped())
                        .put("claimed_at", run.claimedAt().toString());
        json.set("failure", failure(result));
        var ended = run.ended();
        if (ended != null) {
            json.put("contract", ended.contract())
                    .put("billed", ended.billed().name().toLowerCase(Locale.ROOT))
                    .put("usd", ended.microDollars() / MICRO);
            json.set("timing_ms", timing(ended.timing()));
            pictures(json, ended.picture(), ended.thumbnail());
        }
        return json;
    }

    private static @Nullable ObjectNode failure(@Nullable Result result) {
        return result instanceof Result.Failed(var kind)
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("class", kind.wire())
                        .put("title", kind.title())
                : null;
    }

    private static @Nullable ObjectNode timing(@Nullable Timing timing) {
        return timing == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("accepted", millis(timing.accepted()))
                        .put("first_byte", millis(timing.firstByte()))
                        .put("decoded", millis(timing.decoded()))
                        .put("ended", timing.ended().toMillis());
    }

    private void pictures(
            ObjectNode json, @Nullable StoredPicture picture, @Nullable String thumbnail) {
        if (picture != null) {
            var url = assets.presignGet(picture.key(), urlLife);
            json.putObject("picture")
                    .put("content_type", picture.type().wire())
                    .put("width", picture.size().width())
                    .put("height", picture.size().height())
                    .put("bytes", picture.bytes())
                    .put("url", url.url().toString())
                    .put("url_expires_at", url.expiresAt().toString());
        }
        if (thumbnail != null) {
            var url = assets.presignGet(thumbnail, urlLife);
            json.putObject("thumbnail")
                    .put("url", url.url().toString())
                    .put("url_expires_at", url.expiresAt().toString());
        }
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
