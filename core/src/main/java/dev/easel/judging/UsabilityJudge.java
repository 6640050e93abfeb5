package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.judging.Region.Part;

import java.util.List;
import java.util.Map;

/// Can it be used for what it is meant for: clear where it should be, white where it should be?
final class UsabilityJudge {

    private static final double CLEAR_MIN = 0.02;
    private static final double CLEAR_MAX = 0.98;
    private static final double PARTIAL_MAX = 0.08;
    private static final int CORNERS_MIN = 3;

    private static final double RING_WHITE_MIN = 0.985;
    private static final double LEFTOVER_MAX = 0.03;
    private static final double SUBJECT_MIN = 0.005;
    private static final double SUBJECT_MAX = 0.97;
    private static final int BOXES_MAX = 5;

    private UsabilityJudge() {}

    static Finding judge(Scene scene) {
        return switch (scene.task) {
            case CUT_OUT -> cutOut(scene.output);
            case WHITE_BACKGROUND -> whiteBackground(scene.output);
            case OBJECT_REMOVAL,
                    TAG_REMOVAL,
                    REFERENCE_INPAINT,
                    POINT_EDIT,
                    SCENE,
                    EXTEND,
                    RESTYLE,
                    EDIT,
                    TEXT_TO_IMAGE,
                    ISOLATION,
                    UPSCALE,
                    CHILDREN ->
                    Finding.abstain(
                            Judge.USABILITY, "Nothing in the pixels says what this is meant for.");
        };
    }

    private static Finding cutOut(Pixels output) {
        var seen = Transparency.of(output);
        var measured =
                Map.of(
                        "clear",
                        seen.clear(),
                        "partial",
                        seen.partial(),
                        "corners_clear",
                        (double) seen.corners());
        if (seen.clear() < CLEAR_MIN) {
            return fail(
                    Checkerboard.isPainted(output)
                            ? "A checkerboard was painted behind the subject; it is not really"
                                    + " transparent. Run it again."
                            : "The background is not transparent. Run it again.",
                    measured);
        }
        if (seen.clear() > CLEAR_MAX) {
            return fail("Hardly anything is left of the subject.", measured);
        }
        if (seen.corners() < CORNERS_MIN && !(seen.corners() == 2 && seen.oneSided())) {
            return fail("A part of the background is still there, in the corners.", measured);
        }
        if (seen.partial() > PARTIAL_MAX) {
            return fail("Large parts are half transparent, as if seen through fog.", measured);
        }
        return Findings.pass(Judge.USABILITY, "The background is transparent.", measured);
    }

    private static Finding whiteBackground(Pixels output) {
        if (Transparency.of(output).isUsed()) {
            return fail("The background is transparent, not white.", Map.of());
        }
        var seen = WhiteBackground.of(output);
        var measured =
                Map.of(
                        "border_white",
                        seen.ringWhite(),
                        "subject",
                        seen.subject(),
                        "leftover",
                        seen.leftover());
        if (seen.subject() < SUBJECT_MIN) {
            return fail("Hardly anything is left of the subject.", measured);
        }
        if (seen.leftover() > LEFTOVER_MAX) {
            return Findings.fail(
                    Judge.USABILITY,
                    "A part of the old background is still there. Look at the marked place.",
                    boxes(seen, output),
                    measured);
        }
        if (seen.subject() > SUBJECT_MAX || seen.ringWhite() < RING_WHITE_MIN) {
            return fail("The background is not pure white up to the edge.", measured);
        }
        return Findings.pass(Judge.USABILITY, "The background is white up to the edge.", measured);
    }

    private static List<Box> boxes(WhiteBackground seen, Pixels output) {
        return seen.leftovers().stream()
                .limit(BOXES_MAX)
                .map(part -> box(part, seen.working(), output))
                .toList();
    }

    private static Box box(Part part, Region working, Pixels output) {
        int left = part.left() * output.width() / working.width;
        int top = part.top() * output.height() / working.height;
        int right = (part.right() + 1) * output.width() / working.width;
        int bottom = (part.bottom() + 1) * output.height() / working.height;
        return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static Finding fail(String reasoning, Map<String, Double> measured) {
        return Findings.fail(Judge.USABILITY, reasoning, List.of(), measured);
    }
}
