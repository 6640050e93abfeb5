package dev.easel.judging;

import org.jspecify.annotations.Nullable;

/// One yes-or-no question of a rubric, put to every judge who looks as a person would.
///
/// @param id short and stable, such as `C1`
/// @param question what is asked
/// @param passWhen what has to be seen for a pass
/// @param failWhen what has to be seen for a fail
/// @param notApplicableWhen when the question is void; absent when it always applies
/// @param gate the questions after it are void once it fails: nobody asks how good the fill is where
///     nothing was removed
public record Criterion(
        String id,
        String question,
        String passWhen,
        String failWhen,
        @Nullable String notApplicableWhen,
        boolean gate) {}
