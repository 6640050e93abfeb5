package dev.easel.simulator.job;

import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Reply;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A job that was taken on.
public final class Job {

    /// How often a read of a job fails before it succeeds, where it is to fail.
    private static final int FAILED_READS = 2;

    public final String id;
    public final Order order;
    public final Scenario scenario;
    public final Timeline timeline;
    final CompletableFuture<Outcome> work;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean waitedFor;
    private volatile @Nullable Outcome outcome;

    Job(
            String id,
            Order order,
            Scenario scenario,
            Timeline timeline,
            CompletableFuture<Outcome> work) {
        this.id = id;
        this.order = order;
        this.scenario = scenario;
        this.timeline = timeline;
        this.work = work;
    }

    /// Empty while it is at work.
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /// What a read of it gets in place of it, if it is to fail: `unavailable`, or silence.
    public Optional<Reply> spoiltRead(Reply unavailable) {
        return switch (scenario) {
            case POLL_UNAVAILABLE -> first(unavailable);
            case POLL_HANG -> first(Delivery.silence());
            default -> Optional.empty();
        };
    }

    private Optional<Reply> first(Reply reply) {
        return reads.incrementAndGet() <= FAILED_READS ? Optional.of(reply) : Optional.empty();
    }

    /// Nobody is told of it any more.
    public boolean isLost() {
        return scenario == Scenario.RUN_LOST;
    }

    /// Somebody held a connection open for as long as it takes.
    void waitedFor() {
        waitedFor = true;
    }

    /// Ends it if it has not ended yet.
    synchronized void cancel(Instant now) {
        if (outcome == null) {
            outcome = new Outcome.Canceled(now);
        }
    }

    /// Ends it if its time has come and its work is done. Empty if it has not, or had ended before.
    synchronized Optional<Outcome> settle(Instant now) {
        boolean due = waitedFor || timeline.isOver(now);
        if (outcome != null || !due || !work.isDone()) {
            return Optional.empty();
        }
        outcome =
                switch (work.join()) {
                    case Outcome.Made(_, var pictures) -> new Outcome.Made(now, pictures);
                    case Outcome.Unreadable(_, var why) -> new Outcome.Unreadable(now, why);
                    case Outcome.Failed _ -> new Outcome.Failed(now);
                    case Outcome.Canceled _ -> new Outcome.Canceled(now);
                };
        return outcome();
    }
}
