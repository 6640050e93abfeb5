package dev.easel.dispatch;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.id.GenerationId;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;

import java.util.List;
import java.util.Optional;

/// Reads a generation together with what was found about it.
public final class Reading {

    private final Generations generations;
    private final Evaluations evaluations;

    public Reading(Generations generations, Evaluations evaluations) {
        this.generations = generations;
        this.evaluations = evaluations;
    }

    /// A generation and all its evaluations, the oldest first.
    public record Read(Generation generation, List<Evaluation> evaluations) {}

    public Optional<Read> read(GenerationId id) {
        return generations.find(id).map(this::read);
    }

    /// Before there is an output, nobody judges: one read less.
    Read read(Generation generation) {
        return new Read(
                generation,
                generation.evaluation() == null ? List.of() : evaluations.of(generation.id()));
    }
}
