package dev.easel.judging;

import dev.easel.image.Box;

import java.util.List;
import java.util.Map;

/// Is everything outside the painted area as it was?
final class PreservationJudge {

    /// As a share of the picture: good edits stay below 0.22 %.
    private static final double WORST_MAX = 0.003;

    /// As a share of what was not painted.
    private static final double CHANGED_MAX = 0.03;

    /// Good edits stay below 5.8.
    private static final double COLOUR_SHIFT_MAX = 8;

    /// Smaller parts are not worth pointing at.
    private static final double SHOWN_FROM = 0.0005;

    private static final int BOXES_MAX = 5;

    private PreservationJudge() {}

    static Finding judge(Scene scene) {
        if (scene.mask == null) {
            return Finding.abstain(
                    Judge.PRESERVATION,
                    "Nothing was painted, so nobody can say what should have stayed.");
        }
        return scene.pair()
                .map(PreservationJudge::judge)
                .orElseGet(() ->
                        Finding.abstain(Judge.PRESERVATION, "There is no photo to compare with."));
    }

    private static Finding judge(Pair pair) {
        if (!pair.hasOutside()) {
            return Finding.abstain(
                    Judge.PRESERVATION,
                    "Nearly everything was painted: there is nothing left to compare.");
        }
        double worst = pair.worstOutside();
        double changed = pair.changedOutside();
        double colour = pair.colourShift();
        var measured =
                Map.of("worst_outside", worst, "changed_outside", changed, "colour_shift", colour);
        if (worst > WORST_MAX || changed > CHANGED_MAX) {
            return Findings.fail(Judge.PRESERVATION, changedReason(changed), boxes(pair), measured);
        }
        if (colour > COLOUR_SHIFT_MAX) {
            return Findings.fail(
                    Judge.PRESERVATION,
                    "The colours of the whole picture shifted. Run it again, or correct the colours"
                            + " before you use it.",
                    List.of(),
                    measured);
        }
        return Findings.pass(
                Judge.PRESERVATION, "Outside the painted area everything is as it was.", measured);
    }

    private static String changedReason(double changed) {
        return changed > CHANGED_MAX
                ? "Much of the picture changed outside the painted area. Run it again."
                : "Something changed outside the painted area. Look at the marked place before you"
                        + " use the picture.";
    }

    private static List<Box> boxes(Pair pair) {
        return pair.partsOutside().stream()
                .filter(part -> pair.share(part) >= SHOWN_FROM)
                .limit(BOXES_MAX)
                .map(pair::box)
                .toList();
    }
}
