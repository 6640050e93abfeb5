package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Timeline;
import dev.easel.simulator.judge.Opinion;
import dev.easel.simulator.script.Scenario;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// An evaluation that was submitted.
final class Evaluation {

    /// What it cost when it was submitted: frozen then, billed when it completes. The real price is
    /// not public.
    static final String COST = "0.05";

    final String id;
    final ObjectNode order;
    final Scenario scenario;
    final Timeline timeline;
    final CompletableFuture<Opinion> work;
    private volatile @Nullable Instant ended;

    Evaluation(
            String id,
            ObjectNode order,
            Scenario scenario,
            Timeline timeline,
            CompletableFuture<Opinion> work) {
        this.id = id;
        this.order = order;
        this.scenario = scenario;
        this.timeline = timeline;
        this.work = work;
    }

    Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    /// What the panel thinks; empty until the evaluation has ended.
    Optional<Opinion> opinion() {
        return ended == null ? Optional.empty() : Optional.of(work.join());
    }

    /// Ends the evaluation if its time has come and its work is done; true if this call did it.
    synchronized boolean settle(Instant now) {
        if (ended != null || !timeline.isOver(now) || !work.isDone()) {
            return false;
        }
        ended = now;
        return true;
    }

    String status(Instant now) {
        return opinion()
                .map(opinion ->
                        switch (opinion) {
                            case Opinion.Given _ -> "completed";
                            case Opinion.Refused _ -> "failed";
                        })
                .orElse(timeline.status(now).equals("queued") ? "pending" : "running");
    }
}
