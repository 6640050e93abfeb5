package dev.easel.judging;

import java.util.Arrays;

/// How much of what was drawn in a photo can still be seen in its output.
final class Edges {

    /// Squared sixteenths of a level over two samples: 20 levels. Below it is texture, not an
    /// outline.
    private static final int STRONG_FROM = 400 * Planes.LEVEL * Planes.LEVEL;

    /// So far inside it is looked, in samples, as long as so much of the mask is left.
    private static final int DEPTH_MAX = 16;

    private static final double INNER_MIN = 0.4;

    private Edges() {}

    /// The share of the strong edges inside `mask` that the output still has, from 0 to 1; 0 where
    /// there were none.
    ///
    /// Edges that come in from outside stay rightly, so it is measured again further and further
    /// inside, and the lowest share counts.
    static double kept(Softened photo, Softened output, Region mask) {
        int[] depths = mask.depths(DEPTH_MAX + 1);
        // Of each depth: what was kept, what there was, and how many samples it has.
        double[][] sums = new double[3][DEPTH_MAX + 2];
        for (int y = 1; y < photo.height() - 1; y++) {
            for (int i = y * photo.width() + 1; i < (y + 1) * photo.width() - 1; i++) {
                if (depths[i] > 0) {
                    add(photo, output, i, sums, depths[i]);
                }
            }
        }
        return lowest(sums);
    }

    private static void add(Softened photo, Softened output, int i, double[][] sums, int depth) {
        int width = photo.width();
        short[] before = photo.luma();
        short[] after = output.luma();
        int gx = before[i + 1] - before[i - 1];
        int gy = before[i + width] - before[i - width];
        int strength = gx * gx + gy * gy;
        if (strength >= STRONG_FROM) {
            int along =
                    gx * (after[i + 1] - after[i - 1]) + gy * (after[i + width] - after[i - width]);
            sums[0][depth] += Math.clamp(along, 0, strength);
            sums[1][depth] += strength;
        }
        sums[2][depth]++;
    }

    private static double lowest(double[][] sums) {
        double area = Arrays.stream(sums[2]).sum();
        double lowest = 1;
        double kept = 0;
        double all = 0;
        double inner = 0;
        for (int depth = DEPTH_MAX + 1; depth > 0; depth--) {
            kept += sums[0][depth];
            all += sums[1][depth];
            inner += sums[2][depth];
            boolean measured = depth % 2 == 1 && (depth == 1 || inner >= INNER_MIN * area);
            if (measured) {
                lowest = Math.min(lowest, all == 0 ? 0 : kept / all);
            }
        }
        return lowest;
    }
}
