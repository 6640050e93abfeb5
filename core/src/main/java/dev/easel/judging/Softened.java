package dev.easel.judging;

/// The planes of a picture, blurred a little, so that noise and compression do not count as
/// differences.
@SuppressWarnings("ArrayRecordComponent")
record Softened(int width, int height, short[] luma, short[] blue, short[] red) {

    /// More than this is a difference: 16 levels.
    static final int DIFFERENT_ABOVE = 16 * Planes.LEVEL;

    static Softened of(Planes planes) {
        int width = planes.width();
        return new Softened(
                width,
                planes.height(),
                blur(planes.luma(), width),
                blur(planes.blue(), width),
                blur(planes.red(), width));
    }

    /// How far the two are apart, sample by sample, 0 at the frame. A sample may lie one off: what
    /// is in one of them must be found in the other, and the reverse.
    ///
    /// It is only looked for where the two differ in place and it matters, so a picture that is well
    /// is quick.
    short[] differences(Softened other, Region wanted) {
        short[] differences = new short[luma.length];
        for (int y = 1; y < height - 1; y++) {
            for (int i = y * width + 1; i < y * width + width - 1; i++) {
                int here = distance(i, other, i);
                differences[i] =
                        (short)
                                (wanted.has(i) && here > DIFFERENT_ABOVE
                                        ? tolerant(other, i)
                                        : here);
            }
        }
        return differences;
    }

    private int tolerant(Softened other, int i) {
        int gone = Integer.MAX_VALUE;
        int added = Integer.MAX_VALUE;
        for (int row = i - width; row <= i + width; row += width) {
            for (int near = row - 1; near <= row + 1; near++) {
                gone = Math.min(gone, distance(i, other, near));
                added = Math.min(added, distance(near, other, i));
            }
        }
        return Math.max(gone, added);
    }

    /// Colour weighs 1.6 times as much as luma: an eye forgives less of it.
    private int distance(int i, Softened other, int j) {
        int colour = Math.max(Math.abs(blue[i] - other.blue[j]), Math.abs(red[i] - other.red[j]));
        return Math.max(Math.abs(luma[i] - other.luma[j]), colour * 8 / 5);
    }

    /// A quarter, a half, a quarter, along rows and then along columns.
    private static short[] blur(short[] plane, int width) {
        short[] rows = new short[plane.length];
        for (int from = 0; from < plane.length; from += width) {
            int to = from + width - 1;
            rows[from] = (short) ((3 * plane[from] + plane[from + 1] + 2) >> 2);
            rows[to] = (short) ((3 * plane[to] + plane[to - 1] + 2) >> 2);
            for (int i = from + 1; i < to; i++) {
                rows[i] = (short) ((plane[i - 1] + 2 * plane[i] + plane[i + 1] + 2) >> 2);
            }
        }
        short[] both = new short[plane.length];
        for (int from = 0; from < plane.length; from += width) {
            int above = Math.max(0, from - width) - from;
            int below = Math.min(plane.length - width, from + width) - from;
            for (int i = from; i < from + width; i++) {
                both[i] = (short) ((rows[i + above] + 2 * rows[i] + rows[i + below] + 2) >> 2);
            }
        }
        return both;
    }
}
