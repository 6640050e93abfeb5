package dev.easel.generation;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The generations that were admitted. A port: every write is one conditional write that says
/// whether it won.
public interface Generations {

    Optional<Generation> find(GenerationId id);

    /// Takes the step for whoever calls first: moves its number on and sets when the next is due.
    /// Empty when the step was taken before, or when the generation is at its end.
    Optional<Generation> take(Step step, Instant now, Instant due);

    /// Writes what the step came to. False when the generation has moved on without us.
    boolean save(Generation generation);

    /// Writes the verdict of the generation's first evaluation. False when it has one, or when its
    /// first evaluation is another.
    boolean conclude(GenerationId id, EvaluationId evaluation, Verdict verdict, Instant now);

    /// Open generations that were due before `now`, the longest overdue first; at most `limit` of
    /// each part of the index.
    List<Step> overdue(Instant now, int limit);
}
