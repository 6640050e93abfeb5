package dev.easel.simulator.judge;

import dev.easel.simulator.picture.Box;
import dev.easel.simulator.picture.Colour;
import dev.easel.simulator.picture.Mask;
import dev.easel.simulator.picture.Picture;

import org.jspecify.annotations.Nullable;

import java.util.function.IntPredicate;

/// A picture before and after, of the same size.
record Pair(Picture before, Picture after, @Nullable Mask mask) {

    private static final int TOLERANCE = 24;
    private static final int SEAM = 4;

    /// The share of the pixels in a region that differ beyond what scaling and compression do.
    double changed(IntPredicate region) {
        int looked = 0;
        int changed = 0;
        for (int i = 0; i < before.size(); i++) {
            if (region.test(i)) {
                looked++;
                changed += Colour.distance(before.at(i), after.at(i)) > TOLERANCE ? 1 : 0;
            }
        }
        return looked == 0 ? 0 : changed / (double) looked;
    }

    double changedInside() {
        return mask == null ? changed(_ -> true) : changed(mask::at);
    }

    double changedOutside() {
        if (mask == null) {
            return 0;
        }
        var near = mask.grown(SEAM);
        return changed(i -> !near.at(i));
    }

    /// Around all that changed where nobody asked for it.
    Box changedBounds() {
        var near = mask == null ? null : mask.grown(SEAM);
        return Mask.where(
                        before.width(),
                        before.height(),
                        i ->
                                (near == null || !near.at(i))
                                        && Colour.distance(before.at(i), after.at(i)) > TOLERANCE)
                .bounds();
    }

    /// The share of opaque pixels that are another colour than they were.
    double recoloured() {
        return changed(i -> Colour.alpha(after.at(i)) > 250);
    }

    /// How alike the shapes are: the correlation of brightness, -1 to 1. Blind to light and colour.
    double likeness() {
        var first = before.within(96);
        var second = after.scaledTo(first.width(), first.height());
        double firstMean = Measure.mean(first);
        double secondMean = Measure.mean(second);
        double product = 0;
        double firstSquares = 1e-9;
        double secondSquares = 1e-9;
        for (int i = 0; i < first.size(); i++) {
            double one = Colour.luma(first.at(i)) - firstMean;
            double two = Colour.luma(second.at(i)) - secondMean;
            product += one * two;
            firstSquares += one * one;
            secondSquares += two * two;
        }
        return product / Math.sqrt(firstSquares * secondSquares);
    }
}
