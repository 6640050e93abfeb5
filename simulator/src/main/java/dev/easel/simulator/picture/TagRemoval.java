package dev.easel.simulator.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Looks for a price tag (a small, light or loud, box-like spot) and takes it out.
public final class TagRemoval {

    private static final int SIDE = 256;
    private static final int ATTEMPTS = 3;

    private TagRemoval() {}

    /// Where nothing looks like a tag, the spot that differs most from its surroundings goes. Grows
    /// until something has changed.
    public static Picture of(Picture photo, RandomGenerator random) {
        var small = photo.within(SIDE);
        var spot = tag(small);
        var result = photo;
        for (int attempt = 0; attempt < ATTEMPTS && !differs(photo, result); attempt++) {
            var grown = spot.grown(2 + attempt * spot.width(), small.width(), small.height());
            result =
                    MaskFill.fill(
                            photo,
                            mask(photo, grown, photo.width() / (double) small.width()),
                            random);
        }
        return result;
    }

    private static Mask mask(Picture photo, Box spot, double scale) {
        return Mask.where(
                photo.width(),
                photo.height(),
                i -> {
                    int row = i / photo.width();
                    double x = i % photo.width() / scale - spot.x();
                    double y = row / scale - spot.y();
                    return x >= 0 && y >= 0 && x < spot.width() && y < spot.height();
                });
    }

    private static boolean differs(Picture before, Picture after) {
        int changed = 0;
        for (int i = 0; i < before.size(); i++) {
            changed += Colour.distance(before.at(i), after.at(i)) > 30 ? 1 : 0;
        }
        return changed * 500L > before.size();
    }

    private static Box tag(Picture small) {
        var spots = new ArrayList<List<Integer>>();
        spots.addAll(Islands.of(small.width(), small.height(), i -> isLight(small.at(i))));
        spots.addAll(Islands.of(small.width(), small.height(), i -> isLoud(small.at(i))));
        var best = new Box(0, 0, 0, 0);
        double bestScore = 0;
        for (var spot : spots) {
            var box = bounds(spot, small.width());
            double share = spot.size() / (double) small.size();
            double boxy = spot.size() / (double) (box.width() * box.height());
            if (share > 0.0008
                    && share < 0.04
                    && boxy > 0.6
                    && boxy * Math.sqrt(share) > bestScore) {
                bestScore = boxy * Math.sqrt(share);
                best = box;
            }
        }
        return best.isEmpty() ? oddest(small) : best;
    }

    private static boolean isLight(int colour) {
        return Colour.luma(colour) > 205 && Colour.saturation(colour) < 0.2;
    }

    private static boolean isLoud(int colour) {
        return Colour.saturation(colour) > 0.82 && Colour.luma(colour) > 90;
    }

    private static Box bounds(List<Integer> spot, int width) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i : spot) {
            left = Math.min(left, i % width);
            right = Math.max(right, i % width + 1);
            top = Math.min(top, i / width);
            bottom = Math.max(bottom, i / width + 1);
        }
        return new Box(left, top, right - left, bottom - top);
    }

    private static Box oddest(Picture small) {
        int side = Math.max(4, Math.min(small.width(), small.height()) / 12);
        var best = new Box(0, 0, side, side);
        double bestOdds = -1;
        for (int y = side; y + 2 * side <= small.height(); y += side / 2) {
            for (int x = side; x + 2 * side <= small.width(); x += side / 2) {
                double odds =
                        Math.abs(
                                mean(small, x, y, side, side)
                                        - mean(small, x - side, y - side, 3 * side, 3 * side));
                if (odds > bestOdds) {
                    bestOdds = odds;
                    best = new Box(x, y, side, side);
                }
            }
        }
        return best;
    }

    private static double mean(Picture small, int left, int top, int width, int height) {
        double sum = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                sum += Colour.luma(small.at(x, y));
            }
        }
        return sum / (width * height);
    }
}
