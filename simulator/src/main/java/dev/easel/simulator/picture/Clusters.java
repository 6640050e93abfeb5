package dev.easel.simulator.picture;

import static java.util.Comparator.comparingDouble;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A handful of colours that stand for many (k-means).
final class Clusters {

    private static final int ROUNDS = 8;

    private final int[] centres;

    private Clusters(int[] centres) {
        this.centres = centres;
    }

    /// At most `count` of them, begun at samples spread over the order of their brightness: no
    /// chance in it.
    static Clusters of(int[] samples, int count) {
        var sorted = Arrays.stream(samples).boxed().sorted(comparingDouble(Colour::luma)).toList();
        var clusters =
                new Clusters(
                        IntStream.range(0, sorted.isEmpty() ? 0 : count)
                                .map(n -> sorted.get((2 * n + 1) * sorted.size() / (2 * count)))
                                .toArray());
        for (int round = 0; round < ROUNDS; round++) {
            clusters = clusters.moved(samples);
        }
        return clusters;
    }

    private Clusters moved(int[] samples) {
        var sums = new double[centres.length][4];
        for (int sample : samples) {
            var sum = sums[nearest(sample)];
            sum[0] += Colour.red(sample);
            sum[1] += Colour.green(sample);
            sum[2] += Colour.blue(sample);
            sum[3]++;
        }
        return new Clusters(
                Arrays.stream(sums)
                        .filter(sum -> sum[3] > 0)
                        .mapToInt(
                                sum -> Colour.of(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]))
                        .toArray());
    }

    private int nearest(int colour) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int n = 0; n < centres.length; n++) {
            double distance = squared(colour, centres[n]);
            if (distance < least) {
                least = distance;
                best = n;
            }
        }
        return best;
    }

    /// How far a colour is from the nearest of them.
    double distance(int colour) {
        return centres.length == 0 ? 441 : Math.sqrt(squared(colour, centres[nearest(colour)]));
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
