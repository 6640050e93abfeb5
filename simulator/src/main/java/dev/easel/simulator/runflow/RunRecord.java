package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Writes a run as contract 2026-10 has it: `canceled` with one l, outputs normalised or in the
/// model's own shape.
final class RunRecord {

    private final Shop shop;
    private final Drift drift;

    RunRecord(Shop shop, Drift drift) {
        this.shop = shop;
        this.drift = drift;
    }

    /// `resign` gives URLs that are fresh now; otherwise they are as old as the run's end.
    ObjectNode of(Run run, Instant now, boolean resign) {
        var record = head(run);
        record.put("status_code", run.status(now)).put("source_code", "api");
        record.set("input", run.order.input());
        record.set(
                "output",
                run.ending().map(ending -> output(run, ending, now, resign)).orElse(null));
        record.putObject("context");
        end(record, run);
        for (var unknown :
                new String[] {
                    "cost_breakdown",
                    "nodes_total",
                    "nodes_completed",
                    "resolved_template_id",
                    "batch_id",
                    "jurisdiction_code",
                    "flow_version_id"
                }) {
            record.putNull(unknown);
        }
        record.put("client_ref", run.order.clientRef());
        record.put("request_id", Ids.stable("request " + run.id)).put("created_by", Ids.PERSON);
        record.put("created_at", Json.time(run.timeline.created()));
        record.put(
                "started_at",
                now.isBefore(run.timeline.running()) ? null : Json.time(run.timeline.running()));
        record.put("completed_at", Json.time(run.ending().map(Ending::at).orElse(null)));
        record.set("callback_url", known(run.order.callbackUrl()));
        record.set("metadata", known(run.order.metadata()));
        record.put("has_logs", false).put("has_node_runs", false);
        record.putObject("links");
        record.putArray("node_runs");
        return record;
    }

    private static ObjectNode head(Run run) {
        var record = Json.object().put("id", run.id);
        record.put("model_id", Ids.stable(run.order.model().id()));
        record.putNull("flow_id").putNull("comfyui_workflow_id");
        record.put("target_type", "model").putNull("target_version");
        return record.put("org_id", Ids.ORGANIZATION);
    }

    private static JsonNode known(JsonNode node) {
        return node.isMissingNode() ? Json.object().nullNode() : node;
    }

    private static void end(ObjectNode record, Run run) {
        record.putNull("duration_ms").putNull("cost");
        record.putNull("failure_code").putNull("failure_message").putNull("failure_stage_code");
        run.ending()
                .ifPresent(ending -> {
                    var took = Duration.between(run.timeline.created(), ending.at());
                    record.put("duration_ms", took.toMillis());
                    switch (ending) {
                        case Ending.Done done -> record.put("cost", done.cost());
                        case Ending.Failed failed ->
                                record.put("failure_code", failed.code())
                                        .put("failure_message", failed.message())
                                        .put("failure_stage_code", failed.stage());
                        case Ending.Canceled _ -> {}
                    }
                });
    }

    private JsonNode output(Run run, Ending ending, Instant now, boolean resign) {
        return switch (ending) {
            case Ending.Done done -> {
                boolean dead = run.scenario == Scenario.EXPIRED_OUTPUT && !resign;
                var life = dead ? Duration.ofSeconds(1) : Outputs.LIFE;
                var signed = resign ? now : dead ? ending.at().minusSeconds(3600) : ending.at();
                var shape =
                        run.scenario == Scenario.OTHER_SHAPE
                                ? Model.Shape.IMAGE
                                : drift.shape(run.order.model());
                yield shaped(shape, done, signed, life);
            }
            case Ending.Failed _, Ending.Canceled _ -> Json.object().nullNode();
        };
    }

    private JsonNode shaped(Model.Shape shape, Ending.Done done, Instant signed, Duration life) {
        var urls =
                done.outputs().stream()
                        .map(kept -> shop.outputs().url(shop.uri(), kept, signed, life).toString())
                        .toList();
        var output = Json.object();
        switch (shape) {
            case OUTPUTS -> typed(output, done, urls);
            case IMAGE_URLS -> urls.forEach(output.putArray("image_urls")::add);
            case IMAGE_LIST -> urls.forEach(output.putArray("image")::add);
            case IMAGES -> {
                var list = output.putArray("images");
                urls.forEach(url -> list.addObject().put("url", url));
            }
            case LIST -> {
                var list = Json.array();
                urls.forEach(url -> list.addObject().put("url", url));
                return list;
            }
            case STRING -> {
                return urls.isEmpty() ? output.nullNode() : output.textNode(urls.getFirst());
            }
            case IMAGE ->
                    urls.stream()
                            .limit(1)
                            .forEach(url -> output.putObject("image").put("url", url));
            case IMAGE_URL, URL, OUTPUT_URL -> {
                var name = shape.wire().replace('-', '_');
                urls.stream().limit(1).forEach(url -> output.put(name, url));
            }
        }
        return output;
    }

    private static void typed(ObjectNode output, Ending.Done done, List<String> urls) {
        var list = output.putArray("outputs");
        for (int n = 0; n < urls.size(); n++) {
            list.addObject()
                    .put("url", urls.get(n))
                    .put("type", "image")
                    .put("width", done.outputs().get(n).width())
                    .put("height", done.outputs().get(n).height());
        }
        output.putNull("seed").putNull("timing").putNull("nsfw_detected");
    }
}
