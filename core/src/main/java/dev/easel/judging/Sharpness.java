package dev.easel.judging;

import dev.easel.judging.Region.Part;

import org.jspecify.annotations.Nullable;

/// How sharp an output still is where its photo has strong edges: 1 is as sharp as before.
///
/// The strongest slope near the place where an edge should be is compared with the edge's own, so
/// neither a small shift nor noise tells.
///
/// @param median over all edges
/// @param quartile below which a quarter of them lie
/// @param worst the median of the worst of 6 x 6 tiles
/// @param worstTile that tile, in samples; absent if no tile has edges enough
record Sharpness(double median, double quartile, double worst, @Nullable Part worstTile) {

    /// 40 levels over two samples.
    private static final int STRONG_FROM = 40 * Planes.LEVEL;

    private static final int MARGIN = 12;
    private static final int TILES = 6;
    private static final int EDGES_MIN = 60;
    private static final int TILE_EDGES_MIN = 40;

    /// Ratios are counted in these steps per 1, up to 2.
    private static final int STEPS = 128;

    /// In a tile they are few, and counted more coarsely.
    private static final int TILE_STEPS = 32;

    private static final Sharpness UNKNOWN = new Sharpness(1, 1, 1, null);

    /// @param output as it lay before it was aligned, so that nothing has softened it
    static Sharpness of(Planes photo, Planes output, Alignment alignment, Region fixed) {
        int[] before = slopes(photo);
        int[] after = slopes(output);
        int dx = Math.toIntExact(Math.round(alignment.dx()));
        int dy = Math.toIntExact(Math.round(alignment.dy()));
        int width = photo.width();
        int[] all = new int[2 * STEPS + 1];
        int[][] tiles = new int[TILES * TILES][2 * TILE_STEPS + 1];
        for (int y = MARGIN; y < photo.height() - MARGIN; y++) {
            for (int i = y * width + MARGIN; i < (y + 1) * width - MARGIN; i++) {
                if (before[i] >= STRONG_FROM && fixed.has(i) && isRidge(before, i, width)) {
                    int highest = highestAround(after, i + dy * width + dx, width);
                    int ratio = Math.min(2 * STEPS, highest * STEPS / before[i]);
                    all[ratio]++;
                    tiles[tile(photo, i)][ratio * TILE_STEPS / STEPS]++;
                }
            }
        }
        return of(photo, all, tiles);
    }

    private static Sharpness of(Planes photo, int[] all, int[][] tiles) {
        if (sum(all) < EDGES_MIN) {
            return UNKNOWN;
        }
        double worst = 1;
        Part worstTile = null;
        for (int t = 0; t < tiles.length; t++) {
            double median = quantile(tiles[t], 0.5) / TILE_STEPS;
            if (sum(tiles[t]) >= TILE_EDGES_MIN && median < worst) {
                worst = median;
                worstTile = area(photo, t);
            }
        }
        return new Sharpness(
                quantile(all, 0.5) / STEPS, quantile(all, 0.25) / STEPS, worst, worstTile);
    }

    private static int tile(Planes photo, int i) {
        int row = i / photo.width() * TILES / photo.height();
        return row * TILES + i % photo.width() * TILES / photo.width();
    }

    private static Part area(Planes photo, int tile) {
        int left = tile % TILES * photo.width() / TILES;
        int top = tile / TILES * photo.height() / TILES;
        int right = (tile % TILES + 1) * photo.width() / TILES - 1;
        int bottom = (tile / TILES + 1) * photo.height() / TILES - 1;
        return new Part((right - left + 1) * (bottom - top + 1), left, top, right, bottom);
    }

    /// No neighbour is steeper.
    private static boolean isRidge(int[] slopes, int i, int width) {
        int slope = slopes[i];
        return slope >= slopes[i - 1]
                && slope >= slopes[i + 1]
                && slope >= slopes[i - width]
                && slope >= slopes[i + width];
    }

    private static int highestAround(int[] slopes, int at, int width) {
        int highest = 0;
        for (int row = at - 2 * width; row <= at + 2 * width; row += width) {
            for (int i = row - 2; i <= row + 2; i++) {
                highest = Math.max(highest, slopes[i]);
            }
        }
        return highest;
    }

    /// How steep luma is at each sample, over two of them: the longer side of the slope and three
    /// eighths of the shorter are its length to 7 %.
    private static int[] slopes(Planes planes) {
        int width = planes.width();
        short[] luma = planes.luma();
        int[] slopes = new int[luma.length];
        for (int y = 1; y < planes.height() - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                int right = Math.abs(luma[i + 1] - luma[i - 1]);
                int down = Math.abs(luma[i + width] - luma[i - width]);
                slopes[i] = Math.max(right, down) + Math.min(right, down) * 3 / 8;
            }
        }
        return slopes;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static double quantile(int[] counts, double share) {
        double wanted = share * sum(counts);
        int seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen > wanted) {
                return i;
            }
        }
        return counts.length - 1;
    }
}
