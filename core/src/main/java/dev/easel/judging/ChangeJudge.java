package dev.easel.judging;

import java.util.Map;

/// Did what was asked for happen?
final class ChangeJudge {

    /// Good edits change 23 % of the painted area or more; a picture that came back as it was,
    /// noise and all, hardly any.
    private static final double CHANGED_INSIDE_MIN = 0.12;

    /// Good removals keep 0.22 of the edges at most, half an object 0.31 or more.
    private static final double EDGES_KEPT_MAX = 0.25;

    /// Of the whole picture, where nothing was painted.
    private static final double CHANGED_MIN = 0.003;

    /// One part of this size is a change even where the whole is below that: a small tag on a large
    /// picture.
    private static final double PART_MIN = 0.001;

    /// What models do to the tone of a whole picture stays below this; more was asked for.
    private static final double COLOUR_SHIFT_MIN = 8;

    private ChangeJudge() {}

    static Finding judge(Scene scene) {
        return scene.pair()
                .map(pair -> judge(scene, pair))
                .orElseGet(
                        () -> Finding.abstain(Judge.CHANGE, "There is no photo to compare with."));
    }

    private static Finding judge(Scene scene, Pair pair) {
        return switch (scene.task) {
            case OBJECT_REMOVAL -> scene.mask == null ? whole(scene, pair) : removal(pair);
            case REFERENCE_INPAINT -> scene.mask == null ? whole(scene, pair) : painted(pair);
            case CUT_OUT, WHITE_BACKGROUND -> background(scene, pair);
            case TAG_REMOVAL,
                    POINT_EDIT,
                    SCENE,
                    EXTEND,
                    RESTYLE,
                    EDIT,
                    TEXT_TO_IMAGE,
                    ISOLATION,
                    UPSCALE,
                    CHILDREN ->
                    whole(scene, pair);
        };
    }

    private static Finding removal(Pair pair) {
        var found = painted(pair);
        double kept = pair.edgesKept();
        if (found.result() == Result.FAIL || kept <= EDGES_KEPT_MAX) {
            return found;
        }
        return Findings.fail(
                Judge.CHANGE,
                "A part of what was painted over can still be seen. Run it again, or paint a little"
                        + " more generously around it.",
                pair.paintedParts().stream().limit(1).map(pair::box).toList(),
                found.measured());
    }

    private static Finding painted(Pair pair) {
        double changed = pair.changedInside();
        double kept = pair.edgesKept();
        var measured = Map.of("changed_inside", changed, "edges_kept", kept);
        if (changed >= CHANGED_INSIDE_MIN) {
            return Findings.pass(Judge.CHANGE, "The painted area is different now.", measured);
        }
        // A generous brush around a small thing: little of the area changed, but what could be seen
        // in it is gone.
        if (kept > 0 && kept <= EDGES_KEPT_MAX) {
            return Findings.pass(Judge.CHANGE, "What was painted over is gone.", measured);
        }
        return Findings.fault(
                Judge.CHANGE,
                Fault.UNCHANGED,
                "The picture came back unchanged: nothing inside the painted area is different.",
                measured);
    }

    /// A background that became clear or white is a change, also where the photo was white there
    /// before.
    private static Finding background(Scene scene, Pair pair) {
        var usable = UsabilityJudge.judge(scene);
        if (usable.result() == Result.PASS) {
            return Findings.pass(
                    Judge.CHANGE, "The background is as it was asked for.", whole(pair));
        }
        return Transparency.of(scene.output).isUsed()
                ? Findings.pass(Judge.CHANGE, "Parts of the picture became clear.", whole(pair))
                : whole(scene, pair);
    }

    private static Finding whole(Scene scene, Pair pair) {
        var photo = scene.photo;
        if (photo != null && scene.stretch(photo) > TechnicalJudge.STRETCH_MAX) {
            return Findings.pass(Judge.CHANGE, "The picture has another shape now.", Map.of());
        }
        boolean same =
                pair.changedOutside() < CHANGED_MIN
                        && pair.worstOutside() < PART_MIN
                        && pair.colourShift() < COLOUR_SHIFT_MIN;
        return same
                ? Findings.fault(
                        Judge.CHANGE,
                        Fault.UNCHANGED,
                        "The picture came back unchanged.",
                        whole(pair))
                : Findings.pass(Judge.CHANGE, "The picture is different now.", whole(pair));
    }

    private static Map<String, Double> whole(Pair pair) {
        return Map.of(
                "changed", pair.changedOutside(),
                "worst", pair.worstOutside(),
                "colour_shift", pair.colourShift());
    }
}
