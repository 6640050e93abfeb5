package dev.easel.judging;

import dev.easel.image.Pixels;

/// Tells whether a model painted the grey and white squares by which editors show transparency.
///
/// Along the rows at the edge, squares of side p answer to themselves: opposite after p pixels, the
/// same after 2 p.
final class Checkerboard {

    private static final int SIDE_MIN = 4;
    private static final int SIDE_MAX = 64;
    private static final int LINES_MIN = 3;
    private static final int LINES = 12;
    private static final double FLAT_BELOW = 9;

    /// Painted squares reach 0.92, backgrounds of photos hardly anything.
    private static final double SCORE_MIN = 0.85;

    private Checkerboard() {}

    static boolean isPainted(Pixels pixels) {
        return score(pixels, false) > SCORE_MIN || score(pixels, true) > SCORE_MIN;
    }

    private static double score(Pixels pixels, boolean columns) {
        int depth = Math.max(SIDE_MIN, (columns ? pixels.width() : pixels.height()) / 12);
        double[] scores = new double[SIDE_MAX + 1];
        int used = 0;
        for (int at = 2; at < depth; at += Math.max(1, depth / LINES)) {
            double[] line = line(pixels, at, columns);
            double variance = variance(line);
            if (variance / line.length >= FLAT_BELOW) {
                used++;
                add(line, variance, scores);
            }
        }
        double best = 0;
        for (double score : scores) {
            best = Math.max(best, score / Math.max(1, used));
        }
        return used < LINES_MIN ? 0 : best;
    }

    private static double[] line(Pixels pixels, int at, boolean column) {
        double[] line = new double[column ? pixels.height() : pixels.width()];
        double mean = 0;
        for (int i = 0; i < line.length; i++) {
            int x = column ? Math.min(at, pixels.width() - 1) : i;
            int y = column ? i : Math.min(at, pixels.height() - 1);
            line[i] = Pixels.luma(pixels.argb(x, y));
            mean += line[i] / line.length;
        }
        for (int i = 0; i < line.length; i++) {
            line[i] -= mean;
        }
        return line;
    }

    private static double variance(double[] line) {
        double sum = 0;
        for (double value : line) {
            sum += value * value;
        }
        return sum;
    }

    private static void add(double[] line, double variance, double[] scores) {
        for (int side = SIDE_MIN; side <= SIDE_MAX && 4 * side < line.length; side++) {
            double opposite = 0;
            double same = 0;
            for (int i = 0; i + 2 * side < line.length; i++) {
                opposite -= line[i] * line[i + side];
                same += line[i] * line[i + 2 * side];
            }
            double all = variance * (line.length - 2 * side) / line.length;
            scores[side] += Math.min(opposite, same) / all;
        }
    }
}
