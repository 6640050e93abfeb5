package dev.easel.parking;

import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/// How many of a workflow's generations ended for the same cause, with none that worked in between.
///
/// It keeps who they were, because an end may be told twice and counts once.
///
/// @param cause absent while there is none
public record Streak(@Nullable String cause, Set<GenerationId> generations) {

    /// Nothing is wrong.
    public static final Streak NONE = new Streak(null, Set.of());

    public Streak {
        generations = Set.copyOf(generations);
        if ((cause == null) != generations.isEmpty()) {
            throw new IllegalArgumentException("a streak has a cause and generations, or neither");
        }
    }

    /// The same after one more end. Another cause begins anew; beyond `enough` nobody counts.
    public Streak after(GenerationId generation, Sign sign, int enough) {
        return switch (sign) {
            case Sign.Good() -> NONE;
            case Sign.Neither() -> this;
            case Sign.Bad(var other) when other.equals(cause) ->
                    reaches(enough) ? this : with(other, generation);
            case Sign.Bad(var other) -> new Streak(other, Set.of(generation));
        };
    }

    /// It is as long as that.
    public boolean reaches(int enough) {
        return generations.size() >= enough;
    }

    private Streak with(String same, GenerationId generation) {
        var more = new LinkedHashSet<>(generations);
        more.add(generation);
        return new Streak(same, more);
    }
}
