package dev.easel.proof.bench;

import java.awt.Rectangle;
import java.util.random.RandomGenerator;

/// Where on a scene a defect goes.
final class Place {

    private static final int TRIES = 100;

    /// What is erased must have been something: a standard deviation in levels.
    private static final double DETAIL_MIN = 8;

    private Place() {}

    /// A square's side for a share of the picture between these.
    static int side(Scene scene, RandomGenerator dice, double from, double to) {
        return (int) Math.sqrt(scene.area() * dice.nextDouble(from, to));
    }

    /// Somewhere well away from what was painted.
    static Rectangle outside(Scene scene, RandomGenerator dice, int side) {
        var taken = around(scene.object(), 50);
        for (int i = 0; i < TRIES; i++) {
            var at = anywhere(scene, dice, side);
            if (!at.intersects(taken)) {
                return at;
            }
        }
        int x = taken.x > scene.width() / 2 ? 5 : scene.width() - side - 5;
        int y = taken.y > scene.height() / 2 ? 5 : scene.height() - side - 5;
        return new Rectangle(x, y, side, side);
    }

    /// Somewhere on the product where there is something to be lost; failing that, where most is.
    static Rectangle detailed(Scene scene, RandomGenerator dice, int side) {
        var taken = around(scene.object(), 45);
        var body = scene.body();
        var best = outside(scene, dice, side);
        double most = 0;
        for (int i = 0; i < TRIES && most < DETAIL_MIN; i++) {
            var at =
                    new Rectangle(
                            body.x + dice.nextInt(Math.max(1, body.width - side)),
                            body.y + dice.nextInt(Math.max(1, body.height - side)),
                            side,
                            side);
            double detail = at.intersects(taken) ? 0 : deviation(scene, at);
            if (detail > most) {
                most = detail;
                best = at;
            }
        }
        return best;
    }

    private static Rectangle anywhere(Scene scene, RandomGenerator dice, int side) {
        return new Rectangle(
                dice.nextInt(scene.width() - side),
                dice.nextInt(scene.height() - side),
                side,
                side);
    }

    private static Rectangle around(Rectangle object, int margin) {
        var wider = new Rectangle(object);
        wider.grow(margin, margin);
        return wider;
    }

    /// Red, green and blue.
    static int[] mean(Scene scene, Rectangle at) {
        long[] sums = new long[3];
        int[] argb = Drawing.argb(scene.bare());
        for (int y = at.y; y < at.y + at.height; y++) {
            for (int x = at.x; x < at.x + at.width; x++) {
                int pixel = argb[y * scene.width() + x];
                sums[0] += pixel >> 16 & 0xff;
                sums[1] += pixel >> 8 & 0xff;
                sums[2] += pixel & 0xff;
            }
        }
        long count = (long) at.width * at.height;
        return new int[] {
            (int) (sums[0] / count), (int) (sums[1] / count), (int) (sums[2] / count)
        };
    }

    private static double deviation(Scene scene, Rectangle at) {
        int[] argb = Drawing.argb(scene.bare());
        double sum = 0;
        double squares = 0;
        for (int y = at.y; y < at.y + at.height; y++) {
            for (int x = at.x; x < at.x + at.width; x++) {
                int green = argb[y * scene.width() + x] >> 8 & 0xff;
                sum += green;
                squares += (double) green * green;
            }
        }
        double mean = sum / (at.width * at.height);
        return Math.sqrt(Math.max(0, squares / (at.width * at.height) - mean * mean));
    }
}
