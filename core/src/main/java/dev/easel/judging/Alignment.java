package dev.easel.judging;

/// How an output lies on its photo: models move the whole picture by a pixel or two and change its
/// tone a little, and nobody minds.
///
/// @param planes the output with its shift and tone taken off
/// @param dx how far to the right it lay, in working samples
/// @param dy how far down
/// @param colourShift how far its colours were off in levels; 8 is what a shopkeeper sees side by
/// side
record Alignment(Planes planes, double dx, double dy, double colourShift) {

    /// Tone is taken off up to here; more than that is a change.
    private static final int LUMA_FORGIVEN = 12 * Planes.LEVEL;

    private static final int COLOUR_FORGIVEN = 8 * Planes.LEVEL;

    /// Medians are looked for among differences of at most 256 levels either way.
    private static final int HALF_RANGE = 256 * Planes.LEVEL;

    /// Every so manieth sample tells the tone.
    private static final int STRIDE = 3;

    /// Positions between two samples are told in 64ths.
    private static final int PARTS = 64;

    /// Only samples in `fixed` are looked at: what was asked to change says nothing about the rest.
    static Alignment of(Planes photo, Planes output, Region fixed) {
        int tone = median(output.luma(), photo.luma(), fixed);
        var search = new ShiftSearch(photo, output, fixed, tone);
        double[] shift = search.best();
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
        int luma = median(shifted.luma(), photo.luma(), fixed);
        int blue = median(shifted.blue(), photo.blue(), fixed);
        int red = median(shifted.red(), photo.red(), fixed);
        subtract(shifted.luma(), Math.clamp(luma, -LUMA_FORGIVEN, LUMA_FORGIVEN));
        subtract(shifted.blue(), Math.clamp(blue, -COLOUR_FORGIVEN, COLOUR_FORGIVEN));
        subtract(shifted.red(), Math.clamp(red, -COLOUR_FORGIVEN, COLOUR_FORGIVEN));
        double off = Math.sqrt(luma * luma + 2.0 * blue * blue + 2.0 * red * red);
        return new Alignment(shifted, dx, dy, off / Planes.LEVEL);
    }

    /// Brings what lies at `x + dx`, `y + dy` to `x`, `y`; beyond the frame, its edge is repeated.
    private static short[] shift(short[] plane, Planes size, double dx, double dy) {
        int width = size.width();
        int[] columns = new int[width];
        int[] rights = new int[width];
        for (int x = 0; x < width; x++) {
            double from = Math.clamp(x + dx, 0, width - 1.01);
            columns[x] = (int) from;
            rights[x] = (int) Math.round((from - columns[x]) * PARTS);
        }
        short[] shifted = new short[plane.length];
        for (int y = 0; y < size.height(); y++) {
            double from = Math.clamp(y + dy, 0, size.height() - 1.01);
            int row = ((int) from) * width;
            int down = (int) Math.round((from - (int) from) * PARTS);
            for (int x = 0; x < width; x++) {
                int i = row + columns[x];
                int right = rights[x];
                int upper = plane[i] * (PARTS - right) + plane[i + 1] * right;
                int lower = plane[i + width] * (PARTS - right) + plane[i + width + 1] * right;
                shifted[y * width + x] =
                        (short) ((upper * (PARTS - down) + lower * down + PARTS * PARTS / 2) >> 12);
            }
        }
        return shifted;
    }

    private static int median(short[] after, short[] before, Region fixed) {
        int[] counts = new int[2 * HALF_RANGE];
        int all = 0;
        for (int i = 0; i < after.length; i += STRIDE) {
            if (fixed.has(i)) {
                int off = after[i] - before[i] + HALF_RANGE;
                counts[Math.clamp(off, 0, counts.length - 1)]++;
                all++;
            }
        }
        int seen = 0;
        int step = 0;
        while (step < counts.length - 1 && 2 * (seen += counts[step]) <= all) {
            step++;
        }
        return all == 0 ? 0 : step - HALF_RANGE;
    }

    private static void subtract(short[] plane, int amount) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (short) (plane[i] - amount);
        }
    }
}
