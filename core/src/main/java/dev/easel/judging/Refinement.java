package dev.easel.judging;

import java.util.Arrays;

/// Finds the part of a sample by which an output is shifted, after Lucas and Kanade (1981): what a
/// small shift would change is told by the slopes of the photo.
///
/// Only the shift: solving for a scale as well drifts on plain scenes, and both pictures have the
/// same size here.
final class Refinement {

    private static final int ROUNDS = 3;

    /// A sample that is 25 levels off weighs half. Rejecting it would throw away just the strong
    /// edges, and they tell most.
    private static final double HALF_WEIGHT = 25 * Planes.LEVEL;

    private static final double REJECTED_ABOVE = 150 * Planes.LEVEL;

    /// No sample's difference counts for more than this when two shifts are compared.
    private static final double DIFFERENCE_MAX = 40 * Planes.LEVEL;

    /// Whole samples were right before; more than this away from them is a runaway.
    private static final double REACH = 1.5;

    /// With fewer samples, nothing is refined.
    private static final int PLACES_MIN = 200;

    /// Keeps pictures without slopes in one direction from running away in it.
    private static final double DAMPING = 1e-3;

    private static final double SLOPE_FLOOR = 64;

    private final Planes photo;
    private final Planes output;
    private final int[] places;
    private final double median;
    private double dx;
    private double dy;
    private double tone;

    /// Sums of products of slope right, slope down and -1, and of each with the difference.
    private final double[][] sums = new double[3][4];

    private Refinement(Planes photo, Planes output, int[] places, int dx, int dy, double tone) {
        this.photo = photo;
        this.output = output;
        this.places = places;
        this.dx = dx;
        this.dy = dy;
        this.median = tone;
        this.tone = tone;
    }

    /// The shift to the right and down, from a start that is right to a sample: the best of those
    /// that it came by.
    static double[] refine(Planes photo, Planes output, int[] places, int dx, int dy, double tone) {
        double[] best = {dx, dy};
        if (places.length < PLACES_MIN) {
            return best;
        }
        var refinement = new Refinement(photo, output, places, dx, dy, tone);
        double lowest = refinement.gather();
        for (int i = 0; i < ROUNDS; i++) {
            refinement.solve();
            boolean near =
                    Math.abs(refinement.dx - dx) <= REACH && Math.abs(refinement.dy - dy) <= REACH;
            if (!near) {
                break;
            }
            double off = refinement.gather();
            if (off < lowest) {
                lowest = off;
                best = new double[] {refinement.dx, refinement.dy};
            }
        }
        return best;
    }

    /// Fills the sums for the shift as it stands, and tells how far the two are apart there. The
    /// tone that it found on the way is left out of that: white cannot get lighter, so on a white
    /// background it is wrong nearly everywhere, and every shift would seem worse than none.
    private double gather() {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        double apart = 0;
        int right = photo.width() - 1;
        int bottom = photo.height() - 1;
        for (int i : places) {
            int row = i / photo.width();
            double x = i - row * photo.width() + dx;
            double y = row + dy;
            if (x >= 0 && y >= 0 && x < right && y < bottom) {
                double off = sample(x, y) - photo.luma()[i] - tone;
                apart += Math.min(Math.abs(off + tone - median), DIFFERENCE_MAX);
                if (Math.abs(off) <= REJECTED_ABOVE) {
                    add(i, off);
                }
            }
        }
        return apart;
    }

    private void add(int i, double off) {
        short[] luma = photo.luma();
        double weight = 1 / (1 + Math.abs(off) / HALF_WEIGHT);
        double right = (luma[i + 1] - luma[i - 1]) / 2.0;
        double down = (luma[i + photo.width()] - luma[i - photo.width()]) / 2.0;
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
        int i = ((int) y) * width + (int) x;
        double right = x - (int) x;
        double down = y - (int) y;
        short[] luma = output.luma();
        double upper = luma[i] + right * (luma[i + 1] - luma[i]);
        double lower = luma[i + width] + right * (luma[i + width + 1] - luma[i + width]);
        return upper + down * (lower - upper);
    }

    private void solve() {
        for (int i = 0; i < 2; i++) {
            sums[i][i] += DAMPING * (sums[i][i] + places.length * SLOPE_FLOOR);
        }
        double[] step = LinearSystem.solve(sums);
        dx += step[0];
        dy += step[1];
        tone += step[2];
    }
}
