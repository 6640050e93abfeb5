package dev.easel.dispatch;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Outcome;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.id.GenerationId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Packages: whoever ends the last child sends for the package, and whoever takes that brings it to
/// its end.
final class Gathering {

    /// How long until it is looked at again, should nobody send for it.
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Generations generations;
    private final Steps steps;

    Gathering(Generations generations, Steps steps) {
        this.generations = generations;
        this.steps = steps;
    }

    /// A child has ended. Sending twice is harmless: the second finds the step taken.
    void childEnded(Generation child) {
        var parent = child.parent();
        if (parent != null) {
            generations
                    .find(parent)
                    .filter(whole ->
                            whole.state() instanceof State.Gathering(_, int open) && open == 0)
                    .ifPresent(whole -> steps.send(whole.nextStep(), Duration.ZERO));
        }
    }

    /// What the package came to. Until all its children have ended, it goes back to waiting: they have
    /// deadlines, so that is never for long.
    Generation gathered(Generation whole, State.Gathering state, Instant now) {
        return state.open() > 0
                ? whole.to(state, now, now.plus(LATER))
                : whole.to(
                        new State.Gathered(state.children(), Outcome.of(ends(state.children()))),
                        now,
                        now);
    }

    private List<State> ends(List<GenerationId> children) {
        return children.stream()
                .map(child -> generations.find(child).orElseThrow().state())
                .toList();
    }
}
