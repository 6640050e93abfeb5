package dev.easel.judging;

/// How much of what was drawn in a photo can still be seen in its output.
final class Edges {

    /// Squared sixteenths of a level over two samples: 20 levels. Below it is texture, not an
    /// outline.
    private static final int STRONG_FROM = 400 * Planes.LEVEL * Planes.LEVEL;

    private static final int ERODE_MAX = 8;
    private static final double ERODED_KEEPS = 0.4;

    private Edges() {}

    /// The share of the strong edges inside `mask` that the output still has, from 0 to 1; 0 where
    /// there were none.
    ///
    /// Edges that come in from outside stay rightly, so it is measured again further and further
    /// inside, and the lowest share counts.
    static double kept(Softened photo, Softened output, Region mask) {
        double kept = share(photo, output, mask);
        int area = mask.count();
        for (int radius = 2; radius <= ERODE_MAX; radius += 2) {
            var inner = mask.erode(radius);
            if (inner.count() < ERODED_KEEPS * area) {
                break;
            }
            kept = Math.min(kept, share(photo, output, inner));
        }
        return kept;
    }

    private static double share(Softened photo, Softened output, Region mask) {
        int width = photo.width();
        short[] before = photo.luma();
        short[] after = output.luma();
        double kept = 0;
        double all = 0;
        for (int y = 1; y < photo.height() - 1; y++) {
            for (int i = y * width + 1; i < y * width + width - 1; i++) {
                if (!mask.has(i)) {
                    continue;
                }
                int gx = before[i + 1] - before[i - 1];
                int gy = before[i + width] - before[i - width];
                int strength = gx * gx + gy * gy;
                if (strength >= STRONG_FROM) {
                    int along =
                            gx * (after[i + 1] - after[i - 1])
                                    + gy * (after[i + width] - after[i - width]);
                    kept += Math.clamp(along, 0, strength);
                    all += strength;
                }
            }
        }
        return all == 0 ? 0 : kept / all;
    }
}
