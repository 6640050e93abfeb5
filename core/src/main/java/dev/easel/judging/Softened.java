package dev.easel.judging;

/// The planes of a picture, blurred a little, so that noise and compression do not count as
/// differences.
@SuppressWarnings("ArrayRecordComponent")
record Softened(int width, int height, float[] luma, float[] blue, float[] red) {

    /// Colour weighs more than luma: an eye forgives less of it.
    private static final float COLOUR_WEIGHT = 1.6f;

    /// In levels; more than this is a difference.
    private static final float DIFFERENT_ABOVE = 16;

    static Softened of(Planes planes) {
        int width = planes.width();
        return new Softened(
                width,
                planes.height(),
                blur(planes.luma(), width),
                blur(planes.blue(), width),
                blur(planes.red(), width));
    }

    /// Where the two differ even when every sample may lie one off: what is in one of them must be
    /// found in the other, and the reverse.
    Region differences(Softened other) {
        return Region.where(width, height, i -> differs(other, i));
    }

    private boolean differs(Softened other, int i) {
        return difference(other, i) > DIFFERENT_ABOVE;
    }

    /// In levels, 0 at the frame. Where the two differ by little in place, nothing nearer is looked
    /// for.
    float difference(Softened other, int i) {
        if (!isInside(i)) {
            return 0;
        }
        float here = distance(i, other, i);
        if (here <= DIFFERENT_ABOVE) {
            return here;
        }
        float gone = Float.MAX_VALUE;
        float added = Float.MAX_VALUE;
        for (int row = i - width; row <= i + width; row += width) {
            for (int near = row - 1; near <= row + 1; near++) {
                gone = Math.min(gone, distance(i, other, near));
                added = Math.min(added, distance(near, other, i));
            }
        }
        return Math.max(gone, added);
    }

    private boolean isInside(int i) {
        int x = i % width;
        return x > 0 && x < width - 1 && i >= width && i < luma.length - width;
    }

    private float distance(int i, Softened other, int j) {
        float colour = Math.max(Math.abs(blue[i] - other.blue[j]), Math.abs(red[i] - other.red[j]));
        return Math.max(Math.abs(luma[i] - other.luma[j]), COLOUR_WEIGHT * colour);
    }

    /// A quarter, a half, a quarter, along rows and then along columns.
    private static float[] blur(float[] plane, int width) {
        float[] rows = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            int x = i % width;
            float left = plane[x == 0 ? i : i - 1];
            float right = plane[x == width - 1 ? i : i + 1];
            rows[i] = (left + 2 * plane[i] + right) / 4;
        }
        float[] both = new float[plane.length];
        for (int i = 0; i < plane.length; i++) {
            float above = rows[i < width ? i : i - width];
            float below = rows[i >= plane.length - width ? i : i + width];
            both[i] = (above + 2 * rows[i] + below) / 4;
        }
        return both;
    }
}
