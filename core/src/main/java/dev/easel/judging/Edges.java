package dev.easel.judging;

/// How much of what was drawn in a photo can still be seen in its output.
final class Edges {

    /// Squared levels over two samples; below it is texture, not an outline.
    private static final float STRONG_FROM = 400;

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
        float[] before = photo.luma();
        float[] after = output.luma();
        double kept = 0;
        double all = 0;
        for (int y = 1; y < photo.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                float gx = before[i + 1] - before[i - 1];
                float gy = before[i + width] - before[i - width];
                float strength = gx * gx + gy * gy;
                if (!mask.has(i) || strength < STRONG_FROM) {
                    continue;
                }
                float along =
                        gx * (after[i + 1] - after[i - 1])
                                + gy * (after[i + width] - after[i - width]);
                kept += Math.clamp(along, 0, strength);
                all += strength;
            }
        }
        return all == 0 ? 0 : kept / all;
    }
}
