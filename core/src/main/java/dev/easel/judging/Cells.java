package dev.easel.judging;

/// A photo and its aligned output in cells of 4 x 4 samples: sums over so many pixels that noise
/// and compression leave well under a level.
final class Cells {

    static final int SIDE = 4;
    static final int SAMPLES = SIDE * SIDE;

    final int width;
    final int height;

    /// Sums of luma over each cell, before and after.
    private final int[] before;

    private final int[] after;
    private final int[] beforeSquares;
    private final int[] products;

    /// What was added to each plane: luma, blue, red.
    private final int[][] added;

    private final boolean[] kept;

    /// Only cells that lie in `fixed` with all their samples are told of.
    Cells(Planes photo, Planes output, Region fixed) {
        width = photo.width() / SIDE;
        height = photo.height() / SIDE;
        int n = width * height;
        before = new int[n];
        after = new int[n];
        beforeSquares = new int[n];
        products = new int[n];
        added = new int[3][n];
        kept = new boolean[n];
        for (int i = 0; i < n; i++) {
            fill(i, photo, output, fixed);
        }
    }

    private void fill(int cell, Planes photo, Planes output, Region fixed) {
        int start = cell / width * SIDE * photo.width() + cell % width * SIDE;
        int inside = 0;
        for (int y = 0; y < SIDE; y++) {
            int row = start + y * photo.width();
            for (int i = row; i < row + SIDE; i++) {
                int a = photo.luma()[i];
                int b = output.luma()[i];
                before[cell] += a;
                after[cell] += b;
                beforeSquares[cell] += a * a;
                products[cell] += a * b;
                added[1][cell] += output.blue()[i] - photo.blue()[i];
                added[2][cell] += output.red()[i] - photo.red()[i];
                inside += fixed.has(i) ? 1 : 0;
            }
        }
        added[0][cell] = after[cell] - before[cell];
        kept[cell] = inside == SAMPLES;
    }

    boolean isKept(int cell) {
        return kept[cell];
    }

    /// What was added to a plane (0 luma, 1 blue, 2 red) in all samples of a cell together.
    int added(int plane, int cell) {
        return added[plane][cell];
    }

    /// Whether the block of 2 x 2 cells that begins here lies in what is kept.
    boolean isBlock(int cell) {
        return cell % width < width - 1
                && cell / width < height - 1
                && kept[cell]
                && kept[cell + 1]
                && kept[cell + width]
                && kept[cell + width + 1];
    }

    /// The spread of the photo's luma within that block: its variance in squared levels.
    double variance(int cell) {
        double mean = block(before, cell);
        return (block(beforeSquares, cell) - mean * mean) / (Planes.LEVEL * Planes.LEVEL);
    }

    /// How much of that spread the output goes along with, in squared levels.
    double covariance(int cell) {
        return (block(products, cell) - block(before, cell) * block(after, cell))
                / (Planes.LEVEL * Planes.LEVEL);
    }

    private double block(int[] sums, int cell) {
        double sum =
                (double) sums[cell] + sums[cell + 1] + sums[cell + width] + sums[cell + width + 1];
        return sum / (4 * SAMPLES);
    }
}
