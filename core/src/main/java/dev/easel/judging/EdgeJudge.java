package dev.easel.judging;

import dev.easel.image.Box;

import java.util.List;

/// Does the new background begin where the subject ends?
///
/// All limits were set on seeds 100-159. Widths are in pixels of the photo, or in more of them where
/// it has more than 1100 on its longer side.
final class EdgeJudge {

    /// Good edits lie between -0.5 and 0.7, those of photographs with an outline drawn by hand
    /// between -0.97 and 1.15; 3 pixels of fringe measure -1.4 or less, 2 pixels -1.06 in the
    /// median, 1 pixel -0.34.
    private static final Limit WIDTH = Limit.atLeast(-1.2);

    private static final Limit CUT_INTO = Limit.atMost(1.6);

    /// Worth a look.
    private static final double THIN = -0.9;

    /// Good edits reach 0.54 and 0.39. Both catch fringes that the fit does not see: very wide ones,
    /// and those round a part of the subject.
    private static final double DISPLACED_FROM = 0.25;

    private static final double FURTHER_FROM = 0.45;

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
        var background = clear ? Transparency.background(scene.planes()) : scene.white().pale();
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
                    "%s edge about %s wide runs round the product."
                            .formatted(colour(fringe), pixels(fringe.pixels())),
                    boxes(fringe),
                    measures);
        }
        if (!CUT_INTO.holds(fringe.width())) {
            measures[0] = new Measure("fringe", fringe.width(), CUT_INTO);
            return Ruling.fail(
                    "The edge of the product was cut away, about %s deep."
                            .formatted(pixels(fringe.width() * fringe.unit())),
                    boxes(fringe),
                    measures);
        }
        return fringe.width() < THIN
                ? Ruling.advise(
                        "Look closely at its edge: there may be a thin fringe.",
                        List.of(),
                        measures)
                : Ruling.pass("", measures);
    }

    private static List<Box> boxes(Fringe fringe) {
        var box = fringe.box();
        return box == null ? List.of() : List.of(box);
    }

    private static String pixels(double wide) {
        long whole = Math.max(1, Math.round(wide));
        return whole == 1 ? "1 pixel" : whole + " pixels";
    }

    private static String colour(Fringe fringe) {
        if (fringe.lightness() >= 170) {
            return "A pale";
        }
        return fringe.lightness() < 70 ? "A dark" : "A foreign";
    }
}
