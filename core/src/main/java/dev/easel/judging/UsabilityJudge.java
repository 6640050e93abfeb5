package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.judging.Region.Part;

import java.util.List;

/// Can it be used for what it is meant for: clear where it should be, white where it should be?
/// The limits were set on seeds 100-149.
final class UsabilityJudge {

    /// Good cut-outs are clear over 61 to 88 %.
    private static final Limit CLEAR = Limit.atLeast(0.02);

    private static final Limit NOT_ALL_CLEAR = Limit.atMost(0.98);

    /// Good ones have 0.4 % at most.
    private static final Limit PARTIAL = Limit.atMost(0.08);

    private static final int CORNERS_MIN = 3;

    private static final Limit RING_WHITE = Limit.atLeast(0.985);
    private static final Limit LEFTOVER = Limit.atMost(0.03);
    private static final Limit SUBJECT = Limit.atLeast(0.005);
    private static final Limit NOT_ALL_SUBJECT = Limit.atMost(0.97);
    private static final int BOXES_MAX = 5;

    private UsabilityJudge() {}

    static Ruling clear(Scene scene) {
        var seen = scene.transparency();
        var clear = new Measure("clear", seen.clear(), CLEAR);
        var partial = new Measure("partial", seen.partial(), PARTIAL);
        var corners = Measure.of("corners_clear", seen.corners());
        if (!clear.isWell()) {
            return fail(
                    Checkerboard.isPainted(scene.output)
                            ? "A checkerboard was painted behind the subject; it is not really"
                                    + " transparent. Run it again."
                            : "The background is not transparent. Run it again.",
                    clear);
        }
        if (!NOT_ALL_CLEAR.holds(seen.clear())) {
            return fail(
                    "Hardly anything is left of the subject.",
                    new Measure("clear", seen.clear(), NOT_ALL_CLEAR));
        }
        if (seen.corners() < CORNERS_MIN && !(seen.corners() == 2 && seen.oneSided())) {
            return fail("A part of the background is still there, in the corners.", clear, corners);
        }
        if (!partial.isWell()) {
            return fail(
                    "Large parts are half transparent, as if seen through fog.", clear, partial);
        }
        return Ruling.pass("The background is transparent.", clear, partial, corners);
    }

    static Ruling white(Scene scene) {
        if (scene.transparency().isUsed()) {
            return fail("The background is transparent, not white.");
        }
        var seen = scene.white();
        var subject = new Measure("subject", seen.subject(), SUBJECT);
        var leftover = new Measure("leftover", seen.leftover(), LEFTOVER);
        var ring = new Measure("border_white", seen.ringWhite(), RING_WHITE);
        if (!subject.isWell()) {
            return fail("Hardly anything is left of the subject.", subject);
        }
        if (!leftover.isWell()) {
            return Ruling.fail(
                    "A part of the old background is still there. Look at the marked place.",
                    boxes(seen, scene.output),
                    subject,
                    leftover,
                    ring);
        }
        return isWhite(scene)
                ? Ruling.pass("The background is white up to the edge.", subject, leftover, ring)
                : fail("The background is not pure white up to the edge.", subject, leftover, ring);
    }

    /// Whether there is a white background at all, whatever may be left in it.
    static boolean isWhite(Scene scene) {
        var seen = scene.white();
        return SUBJECT.holds(seen.subject())
                && NOT_ALL_SUBJECT.holds(seen.subject())
                && RING_WHITE.holds(seen.ringWhite());
    }

    private static List<Box> boxes(WhiteBackground seen, Pixels output) {
        return seen.leftovers().stream()
                .limit(BOXES_MAX)
                .map(part -> box(part, seen.pale(), output))
                .toList();
    }

    private static Box box(Part part, Region working, Pixels output) {
        int left = part.left() * output.width() / working.width;
        int top = part.top() * output.height() / working.height;
        int right = (part.right() + 1) * output.width() / working.width;
        int bottom = (part.bottom() + 1) * output.height() / working.height;
        return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static Ruling fail(String reasoning, Measure... measures) {
        return Ruling.fail(reasoning, List.of(), measures);
    }
}
