package dev.easel.judging;

/// Tells whether anything is on a picture.
///
/// Neither entropy nor the spread of the whole can: a smooth gradient has more of both than a small
/// product on white. Somewhere within a small block something must stand out.
final class Blank {

    private static final int SIDE = 128;
    private static final int BLOCK = 8;

    private Blank() {}

    /// The highest spread, in levels, of lightness or transparency within a block of 8 x 8 of 128 x
    /// 128 samples.
    static double contrast(Planes planes) {
        var columns = Taps.of(planes.width(), SIDE);
        var rows = Taps.of(planes.height(), SIDE);
        return Math.max(
                        highest(planes.resize(planes.luma(), columns, rows)),
                        highest(planes.resize(planes.alpha(), columns, rows)))
                / Planes.LEVEL;
    }

    private static double highest(short[] plane) {
        double highest = 0;
        for (int y = 0; y < SIDE; y += BLOCK) {
            for (int x = 0; x < SIDE; x += BLOCK) {
                highest = Math.max(highest, deviation(plane, x, y));
            }
        }
        return highest;
    }

    private static double deviation(short[] plane, int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                double value = plane[y * SIDE + x];
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / (BLOCK * BLOCK);
        return Math.sqrt(Math.max(0, squares / (BLOCK * BLOCK) - mean * mean));
    }
}
