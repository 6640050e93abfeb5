package dev.easel.simulator.picture;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Finds the subject of a photo and makes the rest transparent.
///
/// The border says what the background looks like, the middle what the subject does. What each
/// pixel is likely to be flows to its neighbours unless an edge lies between (a random walk with
/// priors, after Grady, 2005); both models are learnt anew, twice.
public final class CutOut {

    private static final int SIDE = 240;
    private static final int ROUNDS = 3;
    private static final int SWEEPS = 60;
    private static final double TRUST = 0.06;
    private static final double EDGE = 420;

    private final Picture small;

    /// How much a pixel has to do with the one to its right, and with the one below; 0 where none is.
    private final double[] across;

    private final double[] down;

    private double[] subject;

    private CutOut(Picture small) {
        this.small = small;
        this.across = new double[small.size()];
        this.down = new double[small.size()];
        this.subject = new double[small.size()];
        for (int i = 0; i < small.size(); i++) {
            across[i] = (i + 1) % small.width() == 0 ? 0 : bond(i, i + 1);
            down[i] = i + small.width() < small.size() ? bond(i, i + small.width()) : 0;
        }
    }

    private double bond(int i, int j) {
        return Math.exp(-Clusters.squared(small.at(i), small.at(j)) / EDGE) + 0.002;
    }

    /// The photo at its own size, transparent where the background was, and where it was so before.
    /// The colours of the subject are not touched.
    public static Picture of(Picture photo) {
        var cut = new CutOut(photo.within(SIDE));
        cut.solve();
        var alpha = cut.alpha().scaledTo(photo.width(), photo.height());
        return photo.map(i ->
                Colour.withAlpha(
                        photo.at(i),
                        Math.min(
                                Colour.alpha(photo.at(i)),
                                255 * smoothStep(Colour.green(alpha.at(i)) / 255.0))));
    }

    private void solve() {
        var border = Clusters.of(samples(this::isBorder), 6);
        prior(
                border,
                Clusters.of(
                        samples(i -> middle(i) > 0.75 && border.distance(small.at(i)) > 30), 6));
        for (int round = 0; round < ROUNDS; round++) {
            walk();
            var likely = subject;
            var ground = Clusters.of(samples(i -> likely[i] < 0.4), 8);
            prior(ground, Clusters.of(samples(i -> likely[i] > 0.6), 8));
        }
        walk();
        subject = Islands.largest(subject, small.width(), small.height());
    }

    private int[] samples(IntPredicate wanted) {
        return IntStream.range(0, small.size()).filter(wanted).map(small::at).toArray();
    }

    /// The bottom edge is left out: portraits and things on tables touch it.
    private boolean isBorder(int i) {
        int margin = Math.max(2, Math.min(small.width(), small.height()) / 30);
        int x = i % small.width();
        int y = i / small.width();
        return x < margin || x >= small.width() - margin || y < margin;
    }

    /// 1 in the middle, falling to 0 towards the corners; subjects are photographed in the middle.
    private double middle(int i) {
        int row = i / small.width();
        double x = (i % small.width() + 0.5) / small.width() - 0.5;
        double y = (row + 0.5) / small.height() - 0.52;
        return Math.exp(-(x * x + y * y) * 6);
    }

    private void prior(Clusters ground, Clusters front) {
        var prior = new double[small.size()];
        for (int i = 0; i < prior.length; i++) {
            double far = square(ground.distance(small.at(i))) + 40;
            double near = square(front.distance(small.at(i))) + 40;
            double colour = far / (far + near);
            double place = middle(i);
            double odds = colour / (1 - colour) * (0.35 + place) / (1.2 - place);
            prior[i] = isBorder(i) ? 0.02 : odds / (1 + odds);
        }
        subject = prior;
    }

    private void walk() {
        var prior = subject.clone();
        int last = prior.length - 1;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int n = 0; n <= last; n++) {
                settle(sweep % 2 == 0 ? n : last - n, prior);
            }
        }
    }

    /// A pixel is what it was likely to be and what its neighbours are.
    private void settle(int i, double[] prior) {
        int width = small.width();
        double weights = TRUST;
        double sum = TRUST * prior[i];
        if (i >= 1) {
            weights += across[i - 1];
            sum += across[i - 1] * subject[i - 1];
        }
        if (i + 1 < prior.length) {
            weights += across[i];
            sum += across[i] * subject[i + 1];
        }
        if (i >= width) {
            weights += down[i - width];
            sum += down[i - width] * subject[i - width];
        }
        if (i + width < prior.length) {
            weights += down[i];
            sum += down[i] * subject[i + width];
        }
        subject[i] = sum / weights;
    }

    private Picture alpha() {
        return small.map(i -> Colour.of(255 * subject[i], 255 * subject[i], 255 * subject[i]));
    }

    private static double smoothStep(double value) {
        double t = Math.clamp((value - 0.38) / 0.24, 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static double square(double value) {
        return value * value;
    }
}
