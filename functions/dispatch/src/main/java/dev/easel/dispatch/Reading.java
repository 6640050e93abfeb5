package dev.easel.dispatch;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.State;
import dev.easel.id.GenerationId;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads a generation together with what was found about it.
public final class Reading {

    private final Generations generations;
    private final Evaluations evaluations;

    public Reading(Generations generations, Evaluations evaluations) {
        this.generations = generations;
        this.evaluations = evaluations;
    }

    /// A generation and all its evaluations, the oldest first; and what it consists of.
    ///
    /// @param children of a package; empty otherwise
    public record Read(Generation generation, List<Evaluation> evaluations, List<Read> children) {

        /// A package rests when all its children do.
        boolean rests() {
            return generation.rests() && children.stream().allMatch(Read::rests);
        }

        /// The verdict of a package: the worst of those of its children that succeeded.
        Optional<Verdict> worst() {
            return Verdict.worst(
                    children.stream()
                            .map(child -> child.generation.verdict())
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    public Optional<Read> read(GenerationId id) {
        return generations.find(id).map(this::read);
    }

    /// Before there is an output, nobody judges: one read less.
    Read read(Generation generation) {
        return new Read(
                generation,
                generation.evaluation() == null ? List.of() : evaluations.of(generation.id()),
                children(generation).stream().flatMap(child -> read(child).stream()).toList());
    }

    private static List<GenerationId> children(Generation generation) {
        return switch (generation.state()) {
            case State.Gathering(var children, _) -> children;
            case State.Gathered(var children, _) -> children;
            default -> List.of();
        };
    }
}
