package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Timeline;
import dev.easel.simulator.runflow.Errors.Wrong;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A run that was taken on.
final class Run {

    /// What was asked for.
    record Order(
            Model model,
            ObjectNode input,
            @Nullable String clientRef,
            JsonNode metadata,
            JsonNode callbackUrl) {

        /// What is wrong with the fields beside `input`.
        static List<Wrong> check(ObjectNode body) {
            var wrongs = new ArrayList<Wrong>();
            if (!body.path("input").isObject()) {
                wrongs.add(new Wrong("input", "Field required", "missing"));
            }
            if (body.path("client_ref").asText().length() > 255) {
                wrongs.add(
                        new Wrong(
                                "client_ref",
                                "must have at most 255 characters",
                                "string_too_long"));
            }
            if (body.path("callback_url").asText().length() > 2048) {
                wrongs.add(
                        new Wrong(
                                "callback_url",
                                "must have at most 2048 characters",
                                "string_too_long"));
            }
            return wrongs;
        }

        static Order of(Model model, ObjectNode body) {
            var input = (ObjectNode) body.required("input");
            return new Order(
                    model,
                    input,
                    Json.text(body, "client_ref"),
                    body.path("metadata"),
                    body.path("callback_url"));
        }
    }

    final String id;
    final Order order;
    final Scenario scenario;
    final Timeline timeline;
    final CompletableFuture<Ending> work;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile @Nullable Ending ending;

    Run(
            String id,
            Order order,
            Scenario scenario,
            Timeline timeline,
            CompletableFuture<Ending> work) {
        this.id = id;
        this.order = order;
        this.scenario = scenario;
        this.timeline = timeline;
        this.work = work;
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    int countRead() {
        return reads.incrementAndGet();
    }

    /// Ends the run if its time has come and its work is done. Empty if it has not, or had ended
    /// before.
    synchronized Optional<Ending> settle(Instant now) {
        if (ending != null || !timeline.isOver(now) || !work.isDone()) {
            return Optional.empty();
        }
        ending =
                switch (work.join()) {
                    case Ending.Done(_, var status, var outputs, var cost) ->
                            new Ending.Done(now, status, outputs, cost);
                    case Ending.Failed(_, var code, var message, var stage) ->
                            new Ending.Failed(now, code, message, stage);
                    case Ending.Canceled _ -> new Ending.Canceled(now);
                };
        return ending();
    }

    String status(Instant now) {
        var ended = ending;
        if (ended == null) {
            var status = timeline.status(now);
            return scenario == Scenario.UNKNOWN_STATUS && status.equals("running")
                    ? "warming_up"
                    : status;
        }
        return switch (ended) {
            case Ending.Done done -> done.status();
            case Ending.Failed _ -> "failed";
            case Ending.Canceled _ -> "canceled";
        };
    }
}
