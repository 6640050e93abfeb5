package dev.easel.judging;

/// How an output lies on its photo: models move the whole picture by a pixel or two and change its
/// tone a little, and nobody minds.
///
/// @param planes the output with its shift and tone taken off
/// @param dx how far to the right it lay, in working samples
/// @param dy how far down
/// @param colourShift how far its colours were off; 8 is what a shopkeeper sees side by side
record Alignment(Planes planes, double dx, double dy, double colourShift) {

    private static final int REACH = 6;

    /// Neither the frame nor anything that it may bring in is compared.
    private static final int MARGIN = 8;

    private static final int STRIDE = 2;

    /// A sample that is wholly different says no more than this.
    private static final float DIFFERENCE_MAX = 30;

    /// A tiny preference for staying in place, for pictures without structure.
    private static final double PRIOR = 0.002;

    /// Tone is taken off up to here; more than that is a change.
    private static final float LUMA_FORGIVEN = 12;

    private static final float COLOUR_FORGIVEN = 8;

    /// Medians are looked for among differences from -256 to 256 in steps of a sixteenth.
    private static final int STEPS_PER_LEVEL = 16;

    /// Only samples in `fixed` are looked at: what was asked to change says nothing about the rest.
    static Alignment of(Planes photo, Planes output, Region fixed) {
        float tone = median(output.luma(), photo.luma(), fixed);
        double[][] cost = new double[2 * REACH + 1][2 * REACH + 1];
        int bestX = 0;
        int bestY = 0;
        for (int y = 0; y < cost.length; y++) {
            for (int x = 0; x < cost.length; x++) {
                cost[y][x] = cost(photo, output, fixed, x - REACH, y - REACH, tone);
                if (cost[y][x] < cost[bestY][bestX]) {
                    bestX = x;
                    bestY = y;
                }
            }
        }
        double[] shift =
                Refinement.refine(photo, output, fixed, bestX - REACH, bestY - REACH, tone);
        return corrected(photo, output, fixed, shift[0], shift[1]);
    }

    private static Alignment corrected(
            Planes photo, Planes output, Region fixed, double dx, double dy) {
        var shifted =
                new Planes(
                        output.width(),
                        output.height(),
                        shift(output.luma(), output, dx, dy),
                        shift(output.blue(), output, dx, dy),
                        shift(output.red(), output, dx, dy),
                        output.darkest(),
                        output.alpha());
        float luma = median(shifted.luma(), photo.luma(), fixed);
        float blue = median(shifted.blue(), photo.blue(), fixed);
        float red = median(shifted.red(), photo.red(), fixed);
        subtract(shifted.luma(), Math.clamp(luma, -LUMA_FORGIVEN, LUMA_FORGIVEN));
        subtract(shifted.blue(), Math.clamp(blue, -COLOUR_FORGIVEN, COLOUR_FORGIVEN));
        subtract(shifted.red(), Math.clamp(red, -COLOUR_FORGIVEN, COLOUR_FORGIVEN));
        double off = Math.sqrt(luma * luma + 2 * blue * blue + 2 * red * red);
        return new Alignment(shifted, dx, dy, off);
    }

    private static double cost(
            Planes photo, Planes output, Region fixed, int dx, int dy, float tone) {
        double sum = 0;
        int count = 0;
        int move = dy * photo.width() + dx;
        for (int y = MARGIN; y < photo.height() - MARGIN; y += STRIDE) {
            for (int x = MARGIN; x < photo.width() - MARGIN; x += STRIDE) {
                int i = y * photo.width() + x;
                if (fixed.has(i)) {
                    float off = Math.abs(output.luma()[i + move] - photo.luma()[i] - tone);
                    sum += Math.min(off, DIFFERENCE_MAX);
                    count++;
                }
            }
        }
        return (count == 0 ? 0 : sum / count) + PRIOR * (Math.abs(dx) + Math.abs(dy));
    }

    /// Brings what lies at `x + dx`, `y + dy` to `x`, `y`; beyond the frame, its edge is repeated.
    private static float[] shift(float[] plane, Planes size, double dx, double dy) {
        int width = size.width();
        float[] shifted = new float[plane.length];
        for (int y = 0; y < size.height(); y++) {
            double fromY = Math.clamp(y + dy, 0, size.height() - 1.001);
            int row = ((int) fromY) * width;
            float down = (float) (fromY - (int) fromY);
            for (int x = 0; x < width; x++) {
                double fromX = Math.clamp(x + dx, 0, width - 1.001);
                int i = row + (int) fromX;
                float right = (float) (fromX - (int) fromX);
                float upper = plane[i] + right * (plane[i + 1] - plane[i]);
                float lower = plane[i + width] + right * (plane[i + width + 1] - plane[i + width]);
                shifted[y * width + x] = upper + down * (lower - upper);
            }
        }
        return shifted;
    }

    private static float median(float[] after, float[] before, Region fixed) {
        int[] counts = new int[512 * STEPS_PER_LEVEL];
        int all = 0;
        for (int i = 0; i < after.length; i++) {
            if (fixed.has(i)) {
                int step = Math.round((after[i] - before[i] + 256) * STEPS_PER_LEVEL);
                counts[Math.clamp(step, 0, counts.length - 1)]++;
                all++;
            }
        }
        int seen = 0;
        int step = 0;
        while (step < counts.length - 1 && 2 * (seen += counts[step]) < all) {
            step++;
        }
        return all == 0 ? 0 : (float) step / STEPS_PER_LEVEL - 256;
    }

    private static void subtract(float[] plane, float amount) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] -= amount;
        }
    }
}
