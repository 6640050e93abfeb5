package dev.easel.judging;

/// Did what was asked for happen?
final class ChangeJudge {

    /// Good edits change 23 % of the painted area or more; a picture that came back as it was,
    /// noise and all, hardly any (seeds 100-149).
    private static final Limit CHANGED_INSIDE = Limit.atLeast(0.12);

    /// Good removals keep 0.20 of the edges at most, ghosts and half objects 0.23 or more (seeds
    /// 100-159).
    private static final Limit EDGES_KEPT = Limit.atMost(0.215);

    /// Of the whole picture, where nothing was painted.
    private static final Limit CHANGED = Limit.atLeast(0.003);

    /// One part of this size is a change even where the whole is below that: a small tag on a large
    /// picture.
    private static final Limit PART = Limit.atLeast(0.001);

    /// What models do to the tone of a whole picture stays below this; more was asked for.
    private static final Limit COLOUR_SHIFT = Limit.atLeast(8);

    private static final String NO_PHOTO = "There is no photo to compare with.";

    private ChangeJudge() {}

    /// Of a job without a mask, any change will do.
    static Ruling inside(Scene scene) {
        return scene.mask == null
                ? anywhere(scene)
                : scene.pair().map(ChangeJudge::inside).orElseGet(() -> Ruling.abstain(NO_PHOTO));
    }

    static Ruling removal(Scene scene) {
        if (scene.mask == null) {
            return Ruling.pass("");
        }
        return scene.pair().map(ChangeJudge::removal).orElseGet(() -> Ruling.abstain(NO_PHOTO));
    }

    static Ruling anywhere(Scene scene) {
        var photo = scene.photo;
        if (photo != null && scene.stretch(photo) > Scene.STRETCH_MAX) {
            return Ruling.pass("The picture has another shape now.");
        }
        return scene.pair().map(ChangeJudge::anywhere).orElseGet(() -> Ruling.abstain(NO_PHOTO));
    }

    /// A background that is clear or white is as it was asked for, also where the photo was white
    /// there before.
    static Ruling background(Scene scene) {
        if (scene.photo == null) {
            return Ruling.abstain(NO_PHOTO);
        }
        if (scene.transparency().isUsed()) {
            return Ruling.pass("Parts of the picture became clear.");
        }
        return UsabilityJudge.isWhite(scene)
                ? Ruling.pass("The background is as it was asked for.")
                : anywhere(scene);
    }

    private static Ruling inside(Pair pair) {
        var changed = new Measure("changed_inside", pair.changedInside(), CHANGED_INSIDE);
        if (changed.isWell()) {
            return Ruling.pass("The painted area is different now.", changed);
        }
        // A generous brush around a small thing: little of the area changed, but what could be seen
        // in it is gone.
        double kept = pair.edgesKept();
        if (kept > 0 && EDGES_KEPT.holds(kept)) {
            return Ruling.pass(
                    "What was painted over is gone.", Measure.of(changed.name(), changed.value()));
        }
        return Ruling.fault(
                Fault.UNCHANGED,
                "The picture came back unchanged: nothing inside the painted area is different.",
                changed);
    }

    private static Ruling removal(Pair pair) {
        var kept = new Measure("edges_kept", pair.edgesKept(), EDGES_KEPT);
        return kept.isWell()
                ? Ruling.pass("", kept)
                : Ruling.fail(
                        "A part of what was painted over can still be seen. Run it again, or paint"
                                + " a little more generously around it.",
                        pair.paintedParts().stream().limit(1).map(pair::box).toList(),
                        kept);
    }

    private static Ruling anywhere(Pair pair) {
        var changed = new Measure("changed", pair.changedOutside(), CHANGED);
        var worst = new Measure("largest_change", pair.worstOutside(), PART);
        var shift = new Measure("colour_change", pair.colourShift(), COLOUR_SHIFT);
        return changed.isWell() || worst.isWell() || shift.isWell()
                ? Ruling.pass("The picture is different now.", changed, worst, shift)
                : Ruling.fault(
                        Fault.UNCHANGED, "The picture came back unchanged.", changed, worst, shift);
    }
}
