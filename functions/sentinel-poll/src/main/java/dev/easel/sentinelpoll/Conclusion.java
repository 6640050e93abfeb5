package dev.easel.sentinelpoll;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.generation.Generations;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Panel;
import dev.easel.judging.Verdict;
import dev.easel.parking.CircuitBreaker;
import dev.easel.reliability.Sittings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;

/// Gives the verdict, once, and tells of it.
public final class Conclusion {

    private final Generations generations;
    private final Evaluations evaluations;
    private final CircuitBreaker breaker;
    private final Sittings sittings;
    private final Bus bus;
    private final Clock clock;
    private final Log log;

    public Conclusion(
            Generations generations,
            Evaluations evaluations,
            CircuitBreaker breaker,
            Sittings sittings,
            Bus bus,
            Clock clock,
            Log log) {
        this.generations = generations;
        this.evaluations = evaluations;
        this.breaker = breaker;
        this.sittings = sittings;
        this.bus = bus;
        this.clock = clock;
        this.log = log;
    }

    /// Gives the verdict when everybody has spoken or a hard fault has settled it.
    void concludeIfDone(Evaluation evaluation) {
        var rubric = evaluation.rubric();
        if (!Panel.isSettled(evaluation.findings())
                && !Panel.isComplete(rubric, evaluation.findings())) {
            return;
        }
        var verdict = Panel.verdict(rubric, evaluation.findings());
        var now = clock.instant();
        if (evaluations.conclude(evaluation, verdict, now)) {
            tell(evaluation, verdict, now);
        }
    }

    /// Tells of a verdict again, if whoever gave it stopped in between.
    void repeat(Evaluation evaluation) {
        var ended = evaluation.ended();
        if (ended == null || ended.told()) {
            return;
        }
        if (isNoted(evaluation)) {
            count(evaluation, ended.verdict(), ended.at());
        } else {
            tell(evaluation, ended.verdict(), ended.at());
        }
    }

    /// The generation has its first verdict noted, which is done when everybody was told.
    private boolean isNoted(Evaluation evaluation) {
        return generations
                .find(evaluation.generation())
                .filter(generation -> evaluation.id().equals(generation.evaluation()))
                .filter(generation -> generation.verdict() != null)
                .isPresent();
    }

    /// Told first, noted second: whoever stops in between tells again, and listeners know the ids.
    private void tell(Evaluation evaluation, Verdict verdict, Instant at) {
        var now = clock.instant();
        bus.publish(event(evaluation, verdict));
        // Only the first verdict counts: that somebody wants a second opinion proves nothing.
        generations
                .find(evaluation.generation())
                .filter(generation -> evaluation.id().equals(generation.evaluation()))
                .ifPresent(generation ->
                        breaker.judged(generation, verdict, evaluation.findings(), now));
        generations.conclude(evaluation.generation(), evaluation.id(), verdict, now);
        count(evaluation, verdict, at);
    }

    /// Counted third, when nobody waits for it any more, and closed last.
    private void count(Evaluation evaluation, Verdict verdict, Instant at) {
        sittings.ended(evaluation, verdict, at);
        evaluations.close(evaluation);
        log.tell(
                new Fact.Verdict(verdict.wire(), Duration.between(evaluation.startedAt(), at)),
                "generation",
                evaluation.generation(),
                "evaluation",
                evaluation.id());
    }

    private static Event event(Evaluation evaluation, Verdict verdict) {
        var detail = new HashMap<String, String>();
        detail.put("generation", evaluation.generation().value());
        detail.put("evaluation", evaluation.id().value());
        detail.put("task", evaluation.rubric().task().wire());
        detail.put("verdict", verdict.wire());
        Panel.disagreement(evaluation.findings())
                .ifPresent(share ->
                        detail.put("disagreement", String.format(Locale.ROOT, "%.2f", share)));
        return new Event("evaluation.completed", detail);
    }
}
