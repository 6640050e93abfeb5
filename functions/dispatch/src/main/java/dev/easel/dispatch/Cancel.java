package dev.easel.dispatch;

import dev.easel.failure.Billed;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Outcome;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.id.GenerationId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Stops a generation: at once while nothing is under way, else as soon as whoever works on it looks
/// up. It gives no run back.
public final class Cancel {

    /// Each try loses only to a step of the worker, and there are not many before it has ended.
    private static final int TRIES_MAX = 5;

    private final Generations generations;
    private final Steps steps;

    public Cancel(Generations generations, Steps steps) {
        this.generations = generations;
        this.steps = steps;
    }

    /// The generation as it is now: cancelled, or asked to stop. Throws [Failure.NotFound],
    /// [Failure.AlreadyEnded] and, when it moved on under every try, [Failure.Busy].
    public Generation cancel(GenerationId id, Instant now) {
        for (int i = 0; i < TRIES_MAX; i++) {
            var tried = tryTo(find(id), now);
            if (tried.isPresent()) {
                return tried.get();
            }
        }
        throw new FailureException(new Failure.Busy(Duration.ofSeconds(1)));
    }

    /// Empty when it moved on at that moment.
    private Optional<Generation> tryTo(Generation generation, Instant now) {
        return switch (generation.state()) {
            case State.Queued() -> {
                var cancelled = generation.cancelled(Billed.NO, null, now);
                if (!generations.cancelQueued(cancelled)) {
                    yield Optional.empty();
                }
                // Whoever takes it finds the end and tells of it.
                steps.send(cancelled.nextStep(), Duration.ZERO);
                yield Optional.of(cancelled);
            }
            case State.Submitting _,
                    State.Reconciling _,
                    State.Running _,
                    State.Storing _,
                    State.Held _ ->
                    generations.requestCancel(generation.id())
                            // Which may have ended in the same moment: then the next try tells.
                            ? Optional.of(find(generation.id()))
                                    .filter(asked -> !asked.state().isTerminal())
                            : Optional.empty();
            case State.Gathering(var children, _) -> {
                generations.requestCancel(generation.id());
                children.forEach(child -> cancelPart(child, now));
                yield Optional.of(find(generation.id()));
            }
            case State.Gathered(_, var outcome) when outcome == Outcome.CANCELLED ->
                    Optional.of(generation);
            // Whose first answer was lost asks again, and is told the same.
            case State.Cancelled _ -> Optional.of(generation);
            case State.Succeeded _, State.Failed _, State.Gathered _ ->
                    throw new FailureException(
                            new Failure.AlreadyEnded(generation.state().status()));
        };
    }

    /// What has ended stays as it is.
    private void cancelPart(GenerationId id, Instant now) {
        for (int i = 0; i < TRIES_MAX; i++) {
            var part = find(id);
            if (part.state().isTerminal() || tryTo(part, now).isPresent()) {
                return;
            }
        }
    }

    private Generation find(GenerationId id) {
        return generations
                .find(id)
                .orElseThrow(() -> new FailureException(new Failure.NotFound("generation")));
    }
}
