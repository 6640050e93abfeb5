package dev.easel.judging;

/// Which old samples make a new one, and with what weight, along one side of a picture: an area
/// average when it shrinks, a blend of two neighbours when it grows.
///
/// @param first the first old sample for each new one
/// @param weights those of it and its followers; they add up to 1
@SuppressWarnings("ArrayRecordComponent")
record Taps(int[] first, float[][] weights) {

    static Taps of(int from, int to) {
        var taps = new Taps(new int[to], new float[to][]);
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
        weights[i] = new float[last - first[i]];
        for (int t = 0; t < weights[i].length; t++) {
            double covered = Math.min(end, first[i] + t + 1) - Math.max(start, first[i] + t);
            weights[i][t] = (float) (covered / (end - start));
        }
    }

    private void blend(int i, double step, int from) {
        double centre = Math.clamp((i + 0.5) * step - 0.5, 0, from - 1);
        first[i] = Math.max(0, Math.min((int) centre, from - 2));
        float second = (float) (centre - first[i]);
        weights[i] = from == 1 ? new float[] {1} : new float[] {1 - second, second};
    }
}
