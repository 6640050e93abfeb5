package dev.easel.judging;

import dev.easel.image.Box;

import java.util.List;
import java.util.Map;

/// What one judge found.
///
/// @param judge who
/// @param result what it says
/// @param hard a technical fault that settles the verdict by itself: not a picture, truncated,
/// blank, unchanged where change was asked
/// @param reasoning plain sentences that a shopkeeper understands
/// @param boxes where, in pixels of the output; may be empty
/// @param measured the numbers behind it by name, such as `changed_inside` (a share from 0 to 1);
/// may be empty
public record Finding(
        Judge judge,
        Result result,
        boolean hard,
        String reasoning,
        List<Box> boxes,
        Map<String, Double> measured) {

    public Finding {
        boxes = List.copyOf(boxes);
        measured = Map.copyOf(measured);
    }

    /// A judge that could not say, and why.
    public static Finding abstain(Judge judge, String reasoning) {
        return new Finding(judge, Result.ABSTAIN, false, reasoning, List.of(), Map.of());
    }
}
