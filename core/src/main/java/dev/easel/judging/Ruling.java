package dev.easel.judging;

import dev.easel.image.Box;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What one check has to say.
///
/// @param fault where it settles the verdict by itself
/// @param sentence for a shopkeeper; empty where there is nothing to say
/// @param boxes where, in pixels of the output
record Ruling(
        Result result,
        @Nullable Fault fault,
        String sentence,
        List<Box> boxes,
        List<Measure> measures) {

    Ruling {
        boxes = List.copyOf(boxes);
        measures = List.copyOf(measures);
    }

    static Ruling pass(String sentence, Measure... measures) {
        return new Ruling(Result.PASS, null, sentence, List.of(), List.of(measures));
    }

    /// Well enough, but worth a look.
    static Ruling advise(String sentence, List<Box> boxes, Measure... measures) {
        return new Ruling(Result.PASS, null, sentence, boxes, List.of(measures));
    }

    static Ruling fail(String sentence, List<Box> boxes, Measure... measures) {
        return new Ruling(Result.FAIL, null, sentence, boxes, List.of(measures));
    }

    static Ruling fault(Fault fault, String sentence, Measure... measures) {
        return new Ruling(Result.FAIL, fault, sentence, List.of(), List.of(measures));
    }

    static Ruling abstain(String sentence) {
        return new Ruling(Result.ABSTAIN, null, sentence, List.of(), List.of());
    }
}
