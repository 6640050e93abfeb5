package dev.easel.generation;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The generations that were admitted. A port: every write is one conditional write that says
/// whether it won.
///
/// A generation is open until its end has been told and what it cost is known; only then does the
/// sweeper lose sight of it. A terminal status never changes.
public interface Generations {

    Optional<Generation> find(GenerationId id);

    /// Takes the step for whoever calls first: moves its number on and holds a lease until
    /// `leaseUntil`. Empty when the step was taken before, when somebody else holds the lease, or
    /// when there is nothing left to do.
    Optional<Generation> take(Step step, Instant now, Instant leaseUntil);

    /// Writes down what is about to be done, and keeps the lease. False when the generation has moved
    /// on without us.
    boolean mark(Generation generation);

    /// Writes what the step came to, and gives the lease back. False when the generation has moved on
    /// without us.
    boolean save(Generation generation);

    /// Nothing is left to do. False when the generation has moved on without us.
    boolean close(Generation generation);

    /// Ends a generation that waits in the queue. False when it waits there no longer.
    boolean cancelQueued(Generation cancelled);

    /// Notes that somebody wants it stopped. False when its status is terminal.
    boolean requestCancel(GenerationId id);

    /// Writes the verdict of the generation's first evaluation. False when it has one, or when its
    /// first evaluation is another.
    boolean conclude(GenerationId id, EvaluationId evaluation, Verdict verdict, Instant now);

    /// Open generations that were due before `dueBefore`, the longest overdue first; at most `limit` of
    /// each part of the index.
    List<GenerationId> overdue(Instant dueBefore, int limit);
}
