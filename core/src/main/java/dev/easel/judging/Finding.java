package dev.easel.judging;

import dev.easel.image.Box;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What one judge found.
///
/// @param judge who
/// @param result what it says
/// @param fault a technical fault that settles the verdict by itself; absent for everything else
/// @param reasoning plain sentences that a shopkeeper understands; a pass may advise a second look
/// @param boxes where, in pixels of the output; may be empty
/// @param measured the numbers behind it by name, such as `changed_inside` (a share from 0 to 1);
/// may be empty
/// @param limits what some of those numbers were held against, by the same names
public record Finding(
        Judge judge,
        Result result,
        @Nullable Fault fault,
        String reasoning,
        List<Box> boxes,
        Map<String, Double> measured,
        Map<String, Limit> limits) {

    public Finding {
        boxes = List.copyOf(boxes);
        measured = Map.copyOf(measured);
        limits = Map.copyOf(limits);
    }

    /// Of a judge whose numbers are held against nothing.
    public Finding(
            Judge judge,
            Result result,
            @Nullable Fault fault,
            String reasoning,
            List<Box> boxes,
            Map<String, Double> measured) {
        this(judge, result, fault, reasoning, boxes, measured, Map.of());
    }

    /// It settles the verdict by itself.
    public boolean hard() {
        return fault != null;
    }

    /// A judge that could not say, and why.
    public static Finding abstain(Judge judge, String reasoning) {
        return new Finding(judge, Result.ABSTAIN, null, reasoning, List.of(), Map.of());
    }
}
