package dev.easel.judging;

import dev.easel.image.Box;

import java.util.ArrayList;
import java.util.List;

/// Is what should have stayed still as it was?
///
/// The shares are of the whole picture. All limits were set on seeds 100-159.
final class PreservationJudge {

    /// With so much changed, it makes no sense to ask how sharp it is.
    private static final double OTHER_FROM = 0.12;

    /// Smaller parts are not worth pointing at.
    private static final double SHOWN_FROM = 0.0005;

    private static final int BOXES_MAX = 5;

    /// The largest connected difference: good edits stay below 0.41 %.
    private static final Limit WORST = Limit.atMost(0.0055);

    /// The share of what has to stay that may differ: good edits of fine checks that came back at
    /// half the size reach 5.4 %.
    private static final Limit CHANGED = Limit.atMost(0.08);

    /// Good edits stay below 5.8.
    private static final Limit COLOUR_SHIFT = Limit.atMost(8);

    /// Thin lines left out, good edits stay below 0.25 %; smooth grounds of photographs, where
    /// compression moves whole blocks by a level, below 0.7 %.
    private static final Limit FAINT = Limit.atMost(0.0080);

    /// Good edits have none of it.
    private static final Limit PLAIN = Limit.atMost(0.0010);

    /// Good edits have none of it; fine brickwork in photographs loses 0.23 % to compression.
    private static final Limit LOST = Limit.atMost(0.0030);

    /// Good edits: at least 0.914, 0.859 and 0.781 (of photographs 0.891 and 0.781); blurred 2.5 times, hardly any reach 0.84, 0.77
    /// and, of the product alone, 0.47.
    private static final Limit SHARP = Limit.atLeast(0.89);

    private static final Limit SHARP_QUARTILE = Limit.atLeast(0.775);
    private static final Limit SHARP_TILE = Limit.atLeast(0.70);

    private PreservationJudge() {}

    /// What has to stay. The middle of an extended picture is found to half a sample only: nothing is said of its
    /// details.
    enum Kept {
        SURROUNDINGS("outside the painted area"),
        SUBJECT("on the product"),
        PICTURE("in the picture"),
        MIDDLE("within your photo's part of the picture");

        private final String where;

        Kept(String where) {
            this.where = where;
        }
    }

    static Ruling surroundings(Scene scene) {
        if (scene.mask == null) {
            return Ruling.abstain(
                    "Nothing was painted, so nobody can say what should have stayed.");
        }
        return scene.pair()
                .map(pair -> judge(pair, Kept.SURROUNDINGS))
                .orElseGet(PreservationJudge::noPhoto);
    }

    /// Where the background is not what it should be, there is no telling what the subject is.
    static Ruling subject(Scene scene) {
        if (scene.photo == null) {
            return noPhoto();
        }
        if (!scene.transparency().isUsed() && !UsabilityJudge.isWhite(scene)) {
            return Ruling.abstain("The product cannot be told from the background.");
        }
        return scene.subject()
                .map(pair -> judge(pair, Kept.SUBJECT))
                .orElseGet(() -> Ruling.abstain("The picture has another shape than the photo."));
    }

    static Ruling picture(Scene scene) {
        return scene.pair()
                .map(pair -> judge(pair, Kept.PICTURE))
                .orElseGet(PreservationJudge::noPhoto);
    }

    /// Also in a picture that shows more than the photo.
    static Ruling middle(Scene scene) {
        if (scene.photo == null) {
            return noPhoto();
        }
        if (TechnicalJudge.askedShape(scene).result() == Result.FAIL) {
            return Ruling.abstain("The picture has another shape than was asked for.");
        }
        return scene.middle()
                .map(pair -> judge(pair, Kept.MIDDLE))
                .orElseGet(
                        () -> Ruling.fail("Your photo cannot be found in the picture.", List.of()));
    }

    /// Whether the subject is so much as it was that its edges can be compared.
    static boolean isAccepted(Pair subject) {
        return subject.hasOutside()
                && WORST.holds(subject.worstOutside())
                && CHANGED.holds(subject.changedOutside());
    }

    static Ruling judge(Pair pair, Kept kept) {
        if (!pair.hasOutside()) {
            return Ruling.abstain(
                    kept == Kept.SURROUNDINGS
                            ? "Nearly everything was painted: there is nothing left to compare."
                            : "Too little is left to compare.");
        }
        var measures = new ArrayList<Measure>();
        var rulings =
                List.of(
                        different(pair, kept, measures),
                        blurred(pair, kept, measures),
                        intruded(pair, kept, measures),
                        erased(pair, kept, measures),
                        tinted(pair, measures));
        var verdict =
                rulings.stream()
                        .filter(ruling -> ruling.result() == Result.FAIL)
                        .findFirst()
                        .orElseGet(() ->
                                Ruling.pass(
                                        "%s everything is as it was."
                                                .formatted(capitalised(kept.where))));
        return new Ruling(verdict.result(), null, verdict.sentence(), verdict.boxes(), measures);
    }

    private static Ruling different(Pair pair, Kept kept, List<Measure> measures) {
        var changed = new Measure("changed_outside", pair.changedOutside(), CHANGED);
        measures.add(changed);
        return changed.value() > OTHER_FROM ? much(pair, kept) : Ruling.pass("");
    }

    private static Ruling intruded(Pair pair, Kept kept, List<Measure> measures) {
        var worst = new Measure("worst_outside", pair.worstOutside(), WORST);
        measures.add(worst);
        if (!CHANGED.holds(pair.changedOutside())) {
            return much(pair, kept);
        }
        return worst.isWell()
                ? Ruling.pass("")
                : Ruling.fail(
                        "Something changed %s. Look at the marked place before you use the picture."
                                .formatted(kept.where),
                        boxes(pair));
    }

    private static Ruling much(Pair pair, Kept kept) {
        return Ruling.fail("Much changed %s. Run it again.".formatted(kept.where), boxes(pair));
    }

    private static Ruling blurred(Pair pair, Kept kept, List<Measure> measures) {
        var sharpness = pair.sharpness();
        var median = new Measure("sharpness", sharpness.median(), SHARP);
        var quartile = new Measure("sharpness_quartile", sharpness.quartile(), SHARP_QUARTILE);
        var tile = new Measure("sharpness_worst", sharpness.worst(), SHARP_TILE);
        measures.addAll(List.of(median, quartile));
        if (!median.isWell() || !quartile.isWell()) {
            return Ruling.fail(
                    "The picture is blurred: it is less sharp than your photo.", List.of());
        }
        if (kept == Kept.MIDDLE) {
            return Ruling.pass("");
        }
        measures.add(tile);
        var worst = sharpness.worstTile();
        return tile.isWell() || worst == null
                ? Ruling.pass("")
                : Ruling.fail(
                        "A part of the picture is blurred. Look at the marked place.",
                        List.of(pair.box(worst)));
    }

    private static Ruling erased(Pair pair, Kept kept, List<Measure> measures) {
        if (kept == Kept.MIDDLE) {
            return Ruling.pass("");
        }
        var detail = pair.detail();
        var regions = List.of(detail.lost(), detail.plain(), detail.faint());
        var names = List.of("lost_structure", "erased_detail", "faint_change");
        var limits = List.of(LOST, PLAIN, FAINT);
        var ruling = Ruling.pass("");
        for (int i = 0; i < regions.size(); i++) {
            var region = regions.get(i);
            var parts = region.open().parts();
            double share =
                    parts.isEmpty() ? 0 : (double) parts.getFirst().area() / region.samples();
            var measure = new Measure(names.get(i), share, limits.get(i));
            measures.add(measure);
            if (!measure.isWell() && ruling.result() == Result.PASS) {
                ruling =
                        Ruling.fail(
                                "Detail was painted away %s. Compare the marked place with your photo."
                                        .formatted(kept.where),
                                List.of(cells(pair, parts.getFirst())));
            }
        }
        return ruling;
    }

    private static Ruling tinted(Pair pair, List<Measure> measures) {
        var shift = new Measure("colour_shift", pair.colourShift(), COLOUR_SHIFT);
        measures.add(shift);
        return shift.isWell()
                ? Ruling.pass("")
                : Ruling.fail(
                        "The colours of the whole picture shifted. Run it again, or correct the"
                                + " colours before you use it.",
                        List.of());
    }

    private static Ruling noPhoto() {
        return Ruling.abstain("There is no photo to compare with.");
    }

    private static List<Box> boxes(Pair pair) {
        return pair.partsOutside().stream()
                .filter(part -> pair.share(part) >= SHOWN_FROM)
                .limit(BOXES_MAX)
                .map(pair::box)
                .toList();
    }

    private static Box cells(Pair pair, Region.Part part) {
        int side = Cells.SIDE;
        return pair.box(
                part.left() * side,
                part.top() * side,
                (part.right() + 1) * side,
                (part.bottom() + 1) * side);
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
