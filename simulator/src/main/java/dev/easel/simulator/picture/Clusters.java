package dev.easel.simulator.picture;

import java.util.ArrayList;
import java.util.List;

/// A handful of colours that stand for many (k-means).
final class Clusters {

    private static final int ROUNDS = 8;

    private final List<Integer> centres;

    private Clusters(List<Integer> centres) {
        this.centres = centres;
    }

    /// At most `count` of them, begun at samples spread over the order of their brightness: no
    /// chance in it.
    static Clusters of(List<Integer> samples, int count) {
        var sorted = new ArrayList<>(samples);
        sorted.sort((first, second) -> Double.compare(Colour.luma(first), Colour.luma(second)));
        var centres = new ArrayList<Integer>();
        for (int n = 0; n < count && !sorted.isEmpty(); n++) {
            centres.add(sorted.get((2 * n + 1) * sorted.size() / (2 * count)));
        }
        var clusters = new Clusters(centres);
        for (int round = 0; round < ROUNDS; round++) {
            clusters = clusters.moved(samples);
        }
        return clusters;
    }

    private Clusters moved(List<Integer> samples) {
        var sums = new double[centres.size()][4];
        for (int sample : samples) {
            var sum = sums[nearest(sample)];
            sum[0] += Colour.red(sample);
            sum[1] += Colour.green(sample);
            sum[2] += Colour.blue(sample);
            sum[3]++;
        }
        var moved = new ArrayList<Integer>();
        for (var sum : sums) {
            if (sum[3] > 0) {
                moved.add(Colour.of(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]));
            }
        }
        return new Clusters(moved);
    }

    private int nearest(int colour) {
        int best = 0;
        for (int n = 1; n < centres.size(); n++) {
            if (squared(colour, centres.get(n)) < squared(colour, centres.get(best))) {
                best = n;
            }
        }
        return best;
    }

    /// How far a colour is from the nearest of them.
    double distance(int colour) {
        return centres.isEmpty() ? 441 : Math.sqrt(squared(colour, centres.get(nearest(colour))));
    }

    /// The squared distance; hue counts more than brightness, so that a shadow stays part of what
    /// it falls on.
    static double squared(int first, int second) {
        double red = Colour.red(first) - Colour.red(second);
        double green = Colour.green(first) - Colour.green(second);
        double blue = Colour.blue(first) - Colour.blue(second);
        double light = (red + green + blue) / 3;
        double hue = square(red - light) + square(green - light) + square(blue - light);
        return 1.5 * light * light + 2.5 * hue;
    }

    private static double square(double value) {
        return value * value;
    }
}
