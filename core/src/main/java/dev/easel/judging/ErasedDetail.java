package dev.easel.judging;

/// What was painted away so softly that no single sample differs much: a button, a seam, a line of
/// print, covered by the colour around it.
///
/// Two things give it away over the cells of 4 x 4 samples. Their means move by a few levels, which
/// noise cannot do; and structure that the photo has within a block is not found again in the
/// output. Both thresholds grow with the structure around, for what alignment leaves over.
final class ErasedDetail {

    /// A cell's change is the mean of 3 x 3 cells less that of 33 x 33: slow drifts of tone are
    /// forgiven.
    private static final int NEAR = 1;

    private static final int FAR = 16;

    /// No cell counts for more than so many levels, or one strong change would lend itself to its
    /// surroundings.
    private static final int ADDED_MAX = 12 * Planes.LEVEL * Cells.SAMPLES;

    private static final double COLOUR_WEIGHT = 1.6;

    /// So much variance, in squared levels, is noise; a block that had no more has nothing to lose.
    private static final double NOISE = 6;

    private static final double STRUCTURE_FROM = 3;

    /// The share of a block's own variance that is not found again.
    private static final double LOST_FROM = 0.6;

    private final Cells cells;
    private final double[] structure;
    private final long[][] sums;

    ErasedDetail(Cells cells) {
        this.cells = cells;
        this.structure = new double[cells.width * cells.height];
        this.sums = new long[3][(cells.width + 1) * (cells.height + 1)];
        for (int i = 0; i < structure.length; i++) {
            structure[i] = cells.isBlock(i) ? Math.max(0, cells.variance(i)) : 0;
        }
        for (int plane = 0; plane < sums.length; plane++) {
            integrate(plane);
        }
    }

    /// Cells whose mean moved by little, but over many pixels.
    Region faint() {
        return moved(2.6, 0.10);
    }

    /// Cells whose mean moved by a little more.
    Region plain() {
        return moved(3.2, 0.14);
    }

    /// Cells whose structure is not found again.
    Region lost() {
        return Region.where(cells.width, cells.height, this::isLost);
    }

    /// By more than `levels`, and by `perStructure` more for each level of spread around.
    private Region moved(double levels, double perStructure) {
        return Region.where(
                cells.width,
                cells.height,
                i -> cells.isKept(i) && change(i) > levels + perStructure * spreadAround(i));
    }

    private boolean isLost(int cell) {
        double had = structure[cell];
        return had > STRUCTURE_FROM && (had - cells.covariance(cell)) / (had + NOISE) > LOST_FROM;
    }

    /// In levels.
    private double change(int cell) {
        double luma = change(0, cell);
        double colour = Math.max(change(1, cell), change(2, cell));
        return Math.max(luma, COLOUR_WEIGHT * colour);
    }

    private double change(int plane, int cell) {
        double off = mean(sums[plane], cell, NEAR) - mean(sums[plane], cell, FAR);
        return Math.abs(off) / (Cells.SAMPLES * Planes.LEVEL);
    }

    /// The highest standard deviation of the blocks around, in levels.
    private double spreadAround(int cell) {
        int x = cell % cells.width;
        int y = cell / cells.width;
        double highest = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(cells.height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(cells.width - 1, x + 1); u++) {
                highest = Math.max(highest, structure[v * cells.width + u]);
            }
        }
        return Math.sqrt(highest);
    }

    /// Sums over everything above and to the left, so that any rectangle is four look-ups.
    private void integrate(int plane) {
        long[] sum = sums[plane];
        int width = cells.width + 1;
        for (int i = 0; i < structure.length; i++) {
            int at = (i / cells.width + 1) * width + i % cells.width + 1;
            int added = Math.clamp(cells.added(plane, i), -ADDED_MAX, ADDED_MAX);
            sum[at] =
                    (cells.isKept(i) ? added : 0)
                            + sum[at - 1]
                            + sum[at - width]
                            - sum[at - width - 1];
        }
    }

    private double mean(long[] sum, int cell, int radius) {
        int width = cells.width + 1;
        int left = Math.max(0, cell % cells.width - radius);
        int top = Math.max(0, cell / cells.width - radius);
        int right = Math.min(cells.width, cell % cells.width + radius + 1);
        int bottom = Math.min(cells.height, cell / cells.width + radius + 1);
        long all =
                sum[bottom * width + right]
                        - sum[top * width + right]
                        - sum[bottom * width + left]
                        + sum[top * width + left];
        return (double) all / ((right - left) * (bottom - top));
    }
}
