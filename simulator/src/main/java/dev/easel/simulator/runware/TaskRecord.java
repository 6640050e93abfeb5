package dev.easel.simulator.runware;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Job;
import dev.easel.simulator.job.Outcome;
import dev.easel.simulator.job.Outputs;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.runware.RunwareErrors.Wrong;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;

/// Writes what became of a task.
final class TaskRecord {

    /// How long a URL lives is documented nowhere.
    private static final Duration LIFE = Duration.ofDays(1);

    private final Shop shop;

    TaskRecord(Shop shop) {
        this.shop = shop;
    }

    /// `told` says the status of each: who asks for a response is told it, who waited is not.
    void write(Runware.Task task, boolean told, Runware.Answer answer) throws IOException {
        switch (task.job().outcome().orElse(null)) {
            case Outcome.Made made -> made(task, made, told, answer);
            case Outcome.Unreadable(_, var why) ->
                    fail(task, Wrong.parameter("inputs.referenceImages", why), told, answer);
            case Outcome.Failed _, Outcome.Canceled _ ->
                    fail(task, failure(task.job().scenario), told, answer);
            case null -> {
                boolean odd = task.job().scenario == Scenario.UNKNOWN_STATUS;
                answer.data.add(head(task).put("status", odd ? "warming" : "processing"));
            }
        }
    }

    private static void fail(Runware.Task task, Wrong wrong, boolean told, Runware.Answer answer) {
        if (told) {
            answer.fail(wrong.of(task.asked()).put("status", "error"));
        } else {
            answer.add(task.asked(), wrong);
        }
    }

    private static Wrong failure(Scenario scenario) {
        return switch (scenario) {
            case MODERATED ->
                    new Wrong(
                            400,
                            "contentModeration",
                            "The provider's content moderation rejected the request",
                            "positivePrompt");
            case FAILED ->
                    new Wrong(500, "timeoutProvider", "The provider did not answer in time", null);
            default -> new Wrong(500, "inferenceError", "Something went wrong", null);
        };
    }

    private void made(Runware.Task task, Outcome.Made made, boolean told, Runware.Answer answer)
            throws IOException {
        if (made.pictures().isEmpty()) {
            answer.data.add(succeeded(task, told));
        }
        for (var kept : made.pictures()) {
            var one = succeeded(task, told).put("imageUUID", Ids.stable(kept.name()));
            picture(one, task, kept, made);
            answer.data.add(one);
        }
        if (task.job().scenario == Scenario.PARTIAL) {
            answer.fail(failure(Scenario.FAILED).of(task.asked()));
        }
    }

    private void picture(ObjectNode one, Runware.Task task, Outputs.Kept kept, Outcome.Made made)
            throws IOException {
        var asked = Json.text(task.asked(), "outputType", "URL");
        boolean url = asked.equals("URL") != (task.job().scenario == Scenario.OTHER_SHAPE);
        if (url) {
            one.put("imageURL", url(task.job(), kept, made));
        } else {
            var data = Base64.getEncoder().encodeToString(shop.outputs().read(kept).bytes());
            if (asked.equals("dataURI")) {
                one.put("imageDataURI", "data:" + kept.contentType() + ";base64," + data);
            } else {
                one.put("imageBase64Data", data);
            }
        }
    }

    private String url(Job job, Outputs.Kept kept, Outcome.Made made) {
        return shop.url(job, kept, made.at(), LIFE).toString();
    }

    private static ObjectNode succeeded(Runware.Task task, boolean told) {
        var one = head(task);
        if (told) {
            one.put("status", "success");
        }
        if (task.asked().path("includeCost").asBoolean()) {
            one.put("cost", task.job().order.price());
        }
        return one;
    }

    private static ObjectNode head(Runware.Task task) {
        return Json.object()
                .put("taskType", "imageInference")
                .put("taskUUID", Json.text(task.asked(), "taskUUID"));
    }
}
