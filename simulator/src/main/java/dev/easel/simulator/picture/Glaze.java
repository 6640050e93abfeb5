package dev.easel.simulator.picture;

/// Evens out the light across the seam of a fill.
///
/// Along the seam the difference between outside and inside is measured, cell by cell; from there
/// it fades into the fill as a soap film would hang. Only light is moved, and only a little: a fill
/// that continues a pattern keeps it.
final class Glaze {

    private static final int CELLS = 40;
    private static final double DIFFERENCE_MAX = 32;

    private final int cell;
    private final Layer film;

    private Glaze(int cell, Layer film) {
        this.cell = cell;
        this.film = film;
    }

    static Picture over(Picture filled, Mask mask) {
        var bounds = mask.bounds();
        int cell = Math.max(6, Math.max(bounds.width(), bounds.height()) / CELLS);
        int width = (filled.width() + cell - 1) / cell;
        int height = (filled.height() + cell - 1) / cell;
        var sums = new double[width * height][8];
        for (int i = 0; i < filled.size(); i++) {
            int row = i / filled.width();
            add(
                    sums[row / cell * width + i % filled.width() / cell],
                    filled.at(i),
                    mask.at(i) ? 4 : 0);
        }
        var steps = Picture.filled(width, height, 0).map(i -> step(sums[i]));
        var film = Layer.of(steps, Mask.where(width, height, i -> sums[i][0] == 0));
        film.stretchFilm();
        var glaze = new Glaze(cell, film);
        return filled.map(i ->
                mask.at(i)
                        ? glaze.lit(filled.at(i), i % filled.width(), i / filled.width())
                        : filled.at(i));
    }

    private static void add(double[] sum, int pixel, int at) {
        sum[at]++;
        sum[at + 1] += Colour.red(pixel);
        sum[at + 2] += Colour.green(pixel);
        sum[at + 3] += Colour.blue(pixel);
    }

    /// What is to be added to the fill, around 128. Nothing, where a cell is all outside.
    private static int step(double[] sum) {
        if (sum[0] == 0 || sum[4] == 0) {
            return Colour.of(128, 128, 128);
        }
        var difference = new double[3];
        for (int c = 0; c < 3; c++) {
            double found = sum[c + 1] / sum[0] - sum[c + 5] / sum[4];
            difference[c] = 128 + Math.clamp(found, -DIFFERENCE_MAX, DIFFERENCE_MAX);
        }
        return Colour.of(difference[0], difference[1], difference[2]);
    }

    private int lit(int pixel, int x, int y) {
        return Colour.of(
                Colour.red(pixel) + added(x, y, 0),
                Colour.green(pixel) + added(x, y, 1),
                Colour.blue(pixel) + added(x, y, 2));
    }

    private double added(int x, int y, int channel) {
        double fx = Math.clamp((x + 0.5) / cell - 0.5, 0, film.width - 1);
        double fy = Math.clamp((y + 0.5) / cell - 0.5, 0, film.height - 1);
        int left = Math.min((int) fx, Math.max(0, film.width - 2));
        int top = Math.min((int) fy, Math.max(0, film.height - 2));
        double upper = mix(film, left, top, channel, fx - left);
        double lower = mix(film, left, Math.min(top + 1, film.height - 1), channel, fx - left);
        return 0.85 * (upper + (lower - upper) * (fy - top) - 128);
    }

    private static double mix(Layer film, int x, int y, int channel, double share) {
        int right = Math.min(x + 1, film.width - 1);
        double first = film.channels[(y * film.width + x) * 3 + channel];
        double second = film.channels[(y * film.width + right) * 3 + channel];
        return first + (second - first) * share;
    }
}
