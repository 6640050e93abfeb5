package dev.easel.judging;

import java.util.Arrays;

/// Finds the part of a sample by which an output is shifted, after Lucas and Kanade (1981): what a
/// small shift would change is told by the slopes of the photo.
final class Refinement {

    private static final int ROUNDS = 3;
    private static final int MARGIN = 8;

    /// A sample that is this far off weighs half. Rejecting it would throw away just the strong
    /// edges, and they tell most.
    private static final double HALF_WEIGHT = 25;

    private static final double REJECTED_ABOVE = 150;

    /// Whole samples were right before; more than this away from them is a runaway.
    private static final double REACH = 1.5;

    private final Planes photo;
    private final Planes output;
    private final Region fixed;
    private double dx;
    private double dy;
    private double tone;

    /// Sums of products of slope right, slope down and -1, and of each with the difference.
    private final double[][] sums = new double[3][4];

    private Refinement(Planes photo, Planes output, Region fixed, int dx, int dy, double tone) {
        this.photo = photo;
        this.output = output;
        this.fixed = fixed;
        this.dx = dx;
        this.dy = dy;
        this.tone = tone;
    }

    /// The shift to the right and down, from a start that is right to a sample.
    static double[] refine(Planes photo, Planes output, Region fixed, int dx, int dy, double tone) {
        var refinement = new Refinement(photo, output, fixed, dx, dy, tone);
        for (int i = 0; i < ROUNDS; i++) {
            refinement.step();
        }
        boolean runaway =
                !(Math.abs(refinement.dx - dx) <= REACH && Math.abs(refinement.dy - dy) <= REACH);
        return runaway ? new double[] {dx, dy} : new double[] {refinement.dx, refinement.dy};
    }

    private void step() {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        int width = photo.width();
        for (int y = MARGIN; y < photo.height() - MARGIN; y++) {
            // Every second sample, as on a chess board.
            for (int x = MARGIN + (y & 1); x < width - MARGIN; x += 2) {
                if (fixed.has(y * width + x)) {
                    add(x, y);
                }
            }
        }
        solve();
    }

    private void add(int x, int y) {
        int i = y * photo.width() + x;
        float[] luma = photo.luma();
        double off = sample(x + dx, y + dy) - luma[i] - tone;
        if (Math.abs(off) > REJECTED_ABOVE) {
            return;
        }
        double weight = 1 / (1 + Math.abs(off) / HALF_WEIGHT);
        double right = (luma[i + 1] - luma[i - 1]) / 2;
        double down = (luma[i + photo.width()] - luma[i - photo.width()]) / 2;
        addRow(0, weight * right, right, down, off);
        addRow(1, weight * down, right, down, off);
        addRow(2, -weight, right, down, off);
    }

    private void addRow(int row, double weighted, double right, double down, double off) {
        sums[row][0] += weighted * right;
        sums[row][1] += weighted * down;
        sums[row][2] -= weighted;
        sums[row][3] -= weighted * off;
    }

    private double sample(double x, double y) {
        int width = output.width();
        double column = Math.clamp(x, 0, width - 1.001);
        double line = Math.clamp(y, 0, output.height() - 1.001);
        int i = ((int) line) * width + (int) column;
        double right = column - (int) column;
        double down = line - (int) line;
        float[] luma = output.luma();
        double upper = luma[i] + right * (luma[i + 1] - luma[i]);
        double lower = luma[i + width] + right * (luma[i + width + 1] - luma[i + width]);
        return upper + down * (lower - upper);
    }

    /// Three equations by Cramer's rule; without slopes in both directions, nothing moves.
    private void solve() {
        double all = determinant(-1);
        if (Math.abs(all) < 1e-6) {
            return;
        }
        dx += determinant(0) / all;
        dy += determinant(1) / all;
        tone += determinant(2) / all;
    }

    /// Of the three columns, `replaced` taken from the right side; -1 replaces none.
    private double determinant(int replaced) {
        double[] a = column(0, replaced);
        double[] b = column(1, replaced);
        double[] c = column(2, replaced);
        return a[0] * (b[1] * c[2] - b[2] * c[1])
                - b[0] * (a[1] * c[2] - a[2] * c[1])
                + c[0] * (a[1] * b[2] - a[2] * b[1]);
    }

    private double[] column(int index, int replaced) {
        int from = index == replaced ? 3 : index;
        return new double[] {sums[0][from], sums[1][from], sums[2][from]};
    }
}
