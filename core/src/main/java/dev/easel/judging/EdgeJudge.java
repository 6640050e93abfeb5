package dev.easel.judging;

import dev.easel.image.Box;

import java.util.List;

/// Does the new background begin where the subject ends?
///
/// All limits were set on seeds 100-159. Widths are in pixels of the photo, or in more of them where
/// it has more than 1100 on its longer side.
final class EdgeJudge {

    /// Good edits lie between -1.02 (with a contact shadow) and 1.2; 4 pixels of fringe measure
    /// -4.3 to -2.4 in nine of ten.
    private static final Limit WIDTH = Limit.atLeast(-1.2);

    private static final Limit CUT_INTO = Limit.atMost(1.6);

    /// Worth a look, though a shadow may look the same.
    private static final double THIN = -0.9;

    /// Good edits: 98 % below 0.18, all below 0.33. Both together catch fringes so wide that the
    /// fit settles on something inside the subject.
    private static final double DISPLACED_FROM = 0.5;

    private static final double FURTHER_FROM = 0.35;

    private static final int USED_MIN = 30;

    private EdgeJudge() {}

    /// Only where the subject itself is as it was: else there is no edge to compare with.
    static Ruling judge(Scene scene) {
        var photo = scene.photo;
        var subject = scene.subject().filter(PreservationJudge::isAccepted);
        if (photo == null || subject.isEmpty()) {
            return Ruling.pass("");
        }
        boolean clear = scene.transparency().isUsed();
        var rim =
                new Rim(
                        new Probe(photo, false),
                        new Probe(scene.output, clear),
                        subject.get().alignment());
        var background =
                clear ? Transparency.background(scene.planes()) : scene.white().pale();
        double unit = rim.unit * scene.output.width() / photo.width();
        return judge(Fringe.of(rim, unit, background), clear);
    }

    private static Ruling judge(Fringe fringe, boolean clear) {
        if (fringe.used() < USED_MIN) {
            return Ruling.pass("", Measure.of("edges_seen", fringe.used()));
        }
        var width = new Measure("fringe", fringe.width(), WIDTH);
        boolean displaced =
                fringe.displaced() >= DISPLACED_FROM && fringe.further() >= FURTHER_FROM;
        Measure[] measures = {
            width,
            Measure.of("fringe_displaced", fringe.displaced()),
            Measure.of("fringe_further", fringe.further()),
            // Of photographs, good ones reach as much as bad ones: nobody is failed for it.
            Measure.of("contaminated", clear ? fringe.contaminated() : 0)
        };
        if (!width.isWell() || displaced) {
            return Ruling.fail(
                    "%s edge about %d pixels wide runs round the product."
                            .formatted(colour(fringe), Math.max(1, Math.round(fringe.pixels()))),
                    boxes(fringe),
                    measures);
        }
        if (!CUT_INTO.holds(fringe.width())) {
            measures[0] = new Measure("fringe", fringe.width(), CUT_INTO);
            return Ruling.fail(
                    "The edge of the product was cut away, about %d pixels deep."
                            .formatted(Math.round(fringe.width() * fringe.unit())),
                    boxes(fringe),
                    measures);
        }
        return fringe.width() < THIN
                ? Ruling.advise(
                        "Look closely at its edge: there may be a thin fringe.", List.of(), measures)
                : Ruling.pass("", measures);
    }

    private static List<Box> boxes(Fringe fringe) {
        var box = fringe.box();
        return box == null ? List.of() : List.of(box);
    }

    private static String colour(Fringe fringe) {
        if (fringe.lightness() >= 170) {
            return "A pale";
        }
        return fringe.lightness() < 70 ? "A dark" : "A foreign";
    }
}
