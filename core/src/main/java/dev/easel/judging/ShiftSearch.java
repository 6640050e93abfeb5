package dev.easel.judging;

import java.util.Arrays;

/// Looks for the whole samples by which an output is shifted, and has the rest found by
/// [Refinement].
///
/// A ninth of the samples tells it as well as all of them. They are visited in scattered order, so
/// that a wrong shift is seen to be wrong after a few hundred.
final class ShiftSearch {

    private static final int REACH = 6;

    /// Neither the frame nor anything that it may bring in is compared.
    private static final int MARGIN = 8;

    private static final int STRIDE = 3;

    /// A sample that is wholly different says no more than this: 30 levels.
    private static final int DIFFERENCE_MAX = 30 * Planes.LEVEL;

    /// A tiny preference for staying in place, in levels per sample, for pictures without
    /// structure.
    private static final double PRIOR = 0.002 * Planes.LEVEL;

    /// No more of them are needed for whole samples.
    private static final int SEARCHED = 8192;

    /// How many samples are added up before the sum is looked at.
    private static final int BATCH = 512;

    /// Steps of this size visit all of a list in an order that looks random, unless it divides the
    /// list's length; then the other does.
    private static final int[] LEAPS = {7919, 7907};

    private final Planes photo;
    private final Planes output;
    private final int tone;
    private final int[] places;

    ShiftSearch(Planes photo, Planes output, Region fixed, int tone) {
        this.photo = photo;
        this.output = output;
        this.tone = tone;
        this.places = scattered(places(fixed));
    }

    /// The shift to the right and down, in samples.
    double[] best() {
        int bestX = 0;
        int bestY = 0;
        long lowest = Long.MAX_VALUE;
        for (int ring = 0; ring <= REACH; ring++) {
            for (int dy = -ring; dy <= ring; dy++) {
                // Above and below all of the ring, between them its two sides.
                int step = Math.abs(dy) == ring ? 1 : Math.max(1, 2 * ring);
                for (int dx = -ring; dx <= ring; dx += step) {
                    long cost = cost(dx, dy, lowest);
                    if (cost < lowest) {
                        lowest = cost;
                        bestX = dx;
                        bestY = dy;
                    }
                }
            }
        }
        return Refinement.refine(photo, output, places, bestX, bestY, tone);
    }

    /// Exact only below `limit`.
    private long cost(int dx, int dy, long limit) {
        int move = dy * photo.width() + dx;
        int searched = Math.min(places.length, SEARCHED);
        long sum = (long) (searched * PRIOR * (Math.abs(dx) + Math.abs(dy)));
        for (int from = 0; from < searched && sum < limit; from += BATCH) {
            int to = Math.min(searched, from + BATCH);
            for (int k = from; k < to; k++) {
                int i = places[k];
                int off = Math.abs(output.luma()[i + move] - photo.luma()[i] - tone);
                sum += Math.min(off, DIFFERENCE_MAX);
            }
        }
        return sum;
    }

    private static int[] places(Region fixed) {
        int[] places = new int[fixed.samples() / STRIDE];
        int count = 0;
        for (int y = MARGIN; y < fixed.height - MARGIN; y += STRIDE) {
            // Each row begins elsewhere: upright stripes must not be missed.
            for (int x = MARGIN + y / STRIDE % STRIDE; x < fixed.width - MARGIN; x += STRIDE) {
                int i = y * fixed.width + x;
                if (fixed.has(i)) {
                    places[count++] = i;
                }
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static int[] scattered(int[] places) {
        int leap = places.length % LEAPS[0] == 0 ? LEAPS[1] : LEAPS[0];
        int[] scattered = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            scattered[i] = places[(int) ((long) i * leap % places.length)];
        }
        return scattered;
    }
}
