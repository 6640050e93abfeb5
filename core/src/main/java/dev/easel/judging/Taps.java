package dev.easel.judging;

/// Which old samples make a new one, and with what weight, along one side of a picture: an area
/// average when it shrinks, a blend of two neighbours when it grows.
///
/// @param first the first old sample for each new one
/// @param weights those of it and its followers; they add up to [#WHOLE]
@SuppressWarnings("ArrayRecordComponent")
record Taps(int[] first, int[][] weights) {

    /// Ten bits: two of these and a byte stay within an `int`.
    static final int WHOLE = 1 << 10;

    static Taps of(int from, int to) {
        var taps = new Taps(new int[to], new int[to][]);
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            if (step > 1) {
                taps.average(i, step, from);
            } else {
                taps.blend(i, step, from);
            }
        }
        return taps;
    }

    private void average(int i, double step, int from) {
        double start = i * step;
        double end = Math.min(from, (i + 1) * step);
        int last = Math.min(from, (int) Math.ceil(end - 1e-9));
        first[i] = (int) start;
        weights[i] = new int[last - first[i]];
        int left = WHOLE;
        int heaviest = 0;
        for (int t = 0; t < weights[i].length; t++) {
            double covered = Math.min(end, first[i] + t + 1) - Math.max(start, first[i] + t);
            weights[i][t] = (int) Math.round(WHOLE * covered / (end - start));
            left -= weights[i][t];
            heaviest = weights[i][t] > weights[i][heaviest] ? t : heaviest;
        }
        // What rounding lost, where it is felt least.
        weights[i][heaviest] += left;
    }

    private void blend(int i, double step, int from) {
        double centre = Math.clamp((i + 0.5) * step - 0.5, 0, from - 1);
        first[i] = Math.max(0, Math.min((int) centre, from - 2));
        int second = (int) Math.round(WHOLE * (centre - first[i]));
        weights[i] = from == 1 ? new int[] {WHOLE} : new int[] {WHOLE - second, second};
    }
}
