package dev.easel.dispatch;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.failure.Billed;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;

import java.time.Duration;

/// Counts a generation that has ended, with every attempt that it took.
///
/// At the end and not on the way, so that each is told where the end is told: whoever stops in
/// between tells again, and a metric is never less than what happened.
final class Tally {

    private final Log log;

    Tally(Log log) {
        this.log = log;
    }

    void count(Generation ended) {
        for (var attempt : ended.attempts()) {
            count(ended, attempt);
        }
        log.tell(
                new Fact.Generation(
                        ended.state().status(),
                        Duration.between(ended.createdAt(), ended.updatedAt())),
                "generation",
                ended.id(),
                "attempts",
                ended.attempts().size());
    }

    private void count(Generation ended, Attempt attempt) {
        var provider = attempt.tried().provider();
        var outcome = outcome(attempt);
        var billed = attempt.billed();
        log.tell(
                new Fact.Attempt(
                        provider,
                        outcome,
                        billed == null ? Billed.UNKNOWN : billed,
                        attempt.latency()
                                .orElse(Duration.between(attempt.startedAt(), ended.updatedAt()))),
                "generation",
                ended.id(),
                "attempt",
                attempt.id(),
                "model",
                attempt.tried().model(),
                "contract",
                attempt.tried().contract(),
                "sends",
                attempt.sends());
        if (!attempt.id().equals(ended.attempt().id())) {
            log.tell(new Fact.Retry(provider, outcome), "generation", ended.id());
        }
    }

    private static String outcome(Attempt attempt) {
        var failure = attempt.failure();
        return failure == null ? "succeeded" : failure.kind().wire();
    }
}
