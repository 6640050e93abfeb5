package dev.easel.dispatch;

import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.failure.Billed;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Expiry;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Outcome;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.reliability.Traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Brings a generation to its end: written first, then handed to the panel and told, then counted, then
/// closed.
///
/// Whoever stops in between leaves it open, so that the sweeper finds it and it is told again;
/// listeners know it by its id. What may still be billed stays open, and is asked after, until that is
/// known.
public final class Ending {

    private final Generations generations;
    private final Steps steps;
    private final HandOver handOver;
    private final CircuitBreaker breaker;
    private final Traffic traffic;
    private final Bus bus;
    private final Backoff backoff;
    private final Log log;
    private final Gathering gathering;

    /// @param backoff how long to wait before asking what something cost
    public Ending(
            Generations generations,
            Steps steps,
            HandOver handOver,
            CircuitBreaker breaker,
            Traffic traffic,
            Bus bus,
            Backoff backoff,
            Log log) {
        this.generations = generations;
        this.steps = steps;
        this.handOver = handOver;
        this.breaker = breaker;
        this.traffic = traffic;
        this.bus = bus;
        this.backoff = backoff;
        this.log = log;
        this.gathering = new Gathering(generations, steps);
    }

    /// Ends what is past its deadline; if somebody was quicker, tells of their end.
    void expire(Generation generation, Instant now) {
        if (generation.state().isTerminal()) {
            finish(generation, now);
        } else {
            end(Expiry.of(generation, now), now);
        }
    }

    /// Writes the end, unless the generation has moved on without us, and finishes.
    void end(Generation ended, Instant now) {
        if (generations.save(ended)) {
            finish(ended, now);
        }
    }

    /// Ends it without a picture.
    void fail(Generation generation, ProviderFailure failure, Instant now) {
        end(generation.failed(failure, null, now), now);
    }

    /// Ends a package whose children have all ended; another waits on.
    void gather(Generation whole, State.Gathering state, Instant now) {
        var gathered = gathering.gathered(whole, state, now);
        if (generations.save(gathered) && gathered.state().isTerminal()) {
            finish(gathered, now);
        }
    }

    /// Tells of an end that is written, and closes what costs nothing any more.
    void finish(Generation ended, Instant now) {
        tell(ended, now);
        gathering.childEnded(ended);
        traffic.ended(ended);
        if (ended.settling() == null) {
            generations.close(ended);
        } else {
            awaitBill(ended, now);
        }
    }

    /// Somebody will ask the provider again.
    void awaitBill(Generation ended, Instant now) {
        var settling = ended.settling();
        var delay = settling == null ? Duration.ZERO : backoff.after(settling.polls());
        var waiting = ended.stillSettling(now.plus(delay));
        if (generations.save(waiting)) {
            steps.send(waiting.nextStep(), delay);
        }
    }

    /// It is known what it cost, or given up: then `learned` is `unknown`.
    void settle(Generation ended, Billed learned, Instant now) {
        var settled = ended.settled(learned, now);
        if (generations.save(settled)) {
            log.info(
                    "settled",
                    "generation",
                    settled.id(),
                    "attempt",
                    settled.attempt().id(),
                    "billed",
                    learned.wire());
            traffic.ended(settled);
            generations.close(settled);
        }
    }

    private void tell(Generation ended, Instant now) {
        switch (ended.state()) {
            case State.Succeeded _ -> {
                var evaluation = handOver.start(ended, now);
                publish(
                        "generation.succeeded",
                        ended,
                        Map.of("evaluation", evaluation.id().value()));
            }
            case State.Failed(var failure) -> {
                breaker.failed(ended, failure.kind(), now);
                publish(
                        "generation.failed",
                        ended,
                        Map.of(
                                "class", failure.kind().wire(),
                                "billed", failure.billed().wire()));
            }
            case State.Cancelled(var billed) ->
                    publish("generation.cancelled", ended, Map.of("billed", billed.wire()));
            case State.Gathered(_, var outcome) -> tell(ended, outcome);
            case State.Gathering _,
                    State.Queued _,
                    State.Submitting _,
                    State.Reconciling _,
                    State.Running _,
                    State.Storing _,
                    State.Held _ ->
                    throw new IllegalArgumentException(ended.id() + " has not ended");
        }
    }

    /// Some children are better than none: the status says how many.
    private void tell(Generation ended, Outcome outcome) {
        var type =
                switch (outcome) {
                    case SUCCEEDED, PARTIAL -> "generation.succeeded";
                    case FAILED -> "generation.failed";
                    case CANCELLED -> "generation.cancelled";
                };
        publish(type, ended, Map.of("status", outcome.wire()));
    }

    private void publish(String type, Generation ended, Map<String, String> more) {
        var detail = new HashMap<>(more);
        detail.put("generation", ended.id().value());
        detail.put("workflow", ended.order().workflow());
        detail.put("tier", ended.order().tier().wire());
        if (ended.canary()) {
            detail.put("canary", "true");
        }
        if (!ended.attempts().isEmpty()) {
            var attempt = ended.attempt();
            detail.put("provider", attempt.tried().provider());
            detail.put("model", attempt.tried().model());
        }
        bus.publish(new Event(type, detail));
        new Tally(log).count(ended);
    }
}
