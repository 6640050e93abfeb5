package dev.easel.generation;

import dev.easel.asset.StoredPicture;
import dev.easel.id.EvaluationId;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// That an output is held back until it has a verdict, and that a red one is tried once more before
/// anybody gets it.
///
/// @param caller whose run the second try is counted as, as the guards know them
/// @param aside the output that is not delivered; absent as long as there is only one
public record Guard(String caller, @Nullable Aside aside) {

    /// An output that was set aside, and what was found about it.
    ///
    /// @param verdict absent where the panel was still sitting when time was up
    /// @param notes what the next try is told about it
    public record Aside(
            List<StoredPicture> outputs,
            EvaluationId evaluation,
            @Nullable Verdict verdict,
            String notes) {

        public Aside {
            outputs = List.copyOf(outputs);
        }

        /// One that nobody has judged yet is better than a red one: it may be anything.
        boolean isWorseThan(@Nullable Verdict other) {
            return verdict != null
                    && verdict != other
                    && (other == null
                            || Verdict.worst(List.of(verdict, other)).orElseThrow() == verdict);
        }
    }

    Guard with(@Nullable Aside other) {
        return new Guard(caller, other);
    }
}
