package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;

import java.util.Random;
import java.util.function.IntBinaryOperator;

/// Product photos drawn in code, with the perfect edit of each: a bag on a textured table, a price
/// tag beside it.
final class Drawn {

    static final int WIDTH = 600;
    static final int HEIGHT = 400;

    /// Where the tag hangs.
    static final Box TAG = new Box(400, 120, 90, 60);

    private static final int WHITE = 0xffffffff;

    private Drawn() {}

    static Pixels picture(int width, int height, IntBinaryOperator argb) {
        int[] all = new int[width * height];
        for (int i = 0; i < all.length; i++) {
            all[i] = argb.applyAsInt(i % width, i / width);
        }
        return new Pixels(new Size(width, height), all);
    }

    static Pixels plain(int argb) {
        return picture(WIDTH, HEIGHT, (_, _) -> argb);
    }

    /// Table, bag and tag.
    static Pixels photo() {
        return photo(WIDTH, HEIGHT);
    }

    static Pixels photo(int width, int height) {
        return picture(width, height, (x, y) -> tagged(x * WIDTH / width, y * HEIGHT / height));
    }

    /// The perfect removal: table and bag.
    static Pixels untagged() {
        return picture(WIDTH, HEIGHT, Drawn::untagged);
    }

    /// White where the tag is, with a brush's width around it.
    static Pixels mask() {
        return mask(8);
    }

    static Pixels mask(int brush) {
        return picture(
                WIDTH, HEIGHT, (x, y) -> inside(grown(TAG, brush), x, y) ? WHITE : 0xff000000);
    }

    /// The bag alone, on whatever is given.
    static Pixels bagOn(int background) {
        return picture(WIDTH, HEIGHT, (x, y) -> isBag(x, y) ? bag(x, y) : background);
    }

    static boolean isBag(int x, int y) {
        double dx = (x - 230) / 110.0;
        double dy = (y - 210) / 130.0;
        return dx * dx + dy * dy < 1;
    }

    /// The photo where the bag is, and `by` pixels around it; elsewhere what is given. A negative
    /// number eats into the bag.
    static Pixels cutAt(int by, int background) {
        var photo = untagged();
        return picture(
                WIDTH,
                HEIGHT,
                (x, y) -> {
                    double dx = (x - 230) / (110.0 + by);
                    double dy = (y - 210) / (130.0 + by);
                    return dx * dx + dy * dy < 1 ? photo.argb(x, y) : background;
                });
    }

    /// Every pixel the mean of a square around it.
    static Pixels blurred(Pixels picture, Box where, int radius) {
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> inside(where, x, y) ? mean(picture, x, y, radius) : picture.argb(x, y));
    }

    private static int mean(Pixels picture, int x, int y, int radius) {
        int[] sums = new int[3];
        int count = 0;
        for (int v = Math.max(0, y - radius);
                v <= Math.min(picture.height() - 1, y + radius);
                v++) {
            for (int u = Math.max(0, x - radius);
                    u <= Math.min(picture.width() - 1, x + radius);
                    u++) {
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel] += picture.argb(u, v) >> (8 * channel) & 0xff;
                }
                count++;
            }
        }
        return 0xff000000 | (sums[2] / count) << 16 | (sums[1] / count) << 8 | sums[0] / count;
    }

    /// Something that nobody asked for.
    static Pixels with(Pixels picture, Box where, int argb) {
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> inside(where, x, y) ? argb : picture.argb(x, y));
    }

    /// What lies in `where` comes from the other picture.
    static Pixels with(Pixels picture, Box where, Pixels other) {
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> (inside(where, x, y) ? other : picture).argb(x, y));
    }

    /// What models do to a whole picture and nobody minds: a shift, another tone, noise.
    static Pixels nuisance(Pixels picture, int dx, int dy, int tone, double noise, int seed) {
        var random = new Random(seed);
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> {
                    int argb =
                            picture.argb(
                                    Math.clamp(x - dx, 0, picture.width() - 1),
                                    Math.clamp(y - dy, 0, picture.height() - 1));
                    int r = level((argb >> 16 & 0xff) + tone + random.nextGaussian() * noise);
                    int g = level((argb >> 8 & 0xff) + tone + random.nextGaussian() * noise);
                    int b = level((argb & 0xff) - tone + random.nextGaussian() * noise);
                    return (argb & 0xff000000) | r << 16 | g << 8 | b;
                });
    }

    static Pixels scaled(Pixels picture, int width, int height) {
        return picture(
                width,
                height,
                (x, y) -> picture.argb(x * picture.width() / width, y * picture.height() / height));
    }

    static Box grown(Box box, int by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }

    private static int tagged(int x, int y) {
        if (!inside(TAG, x, y)) {
            return untagged(x, y);
        }
        boolean print = y / 8 % 2 == 0 && x % 14 < 9 && inside(grown(TAG, -10), x, y);
        return print ? 0xff202020 : 0xfff5f0e0;
    }

    private static int untagged(int x, int y) {
        return isBag(x, y) ? bag(x, y) : table(x, y);
    }

    private static int bag(int x, int y) {
        return (x + y) / 20 % 2 == 0 ? 0xff8b3a2f : 0xffa5563f;
    }

    /// A grain along the table, slow waves across it.
    private static int table(int x, int y) {
        double wave = Math.sin(y / 9.0 + Math.sin(x / 70.0)) * 9 + Math.sin(x / 31.0) * 6;
        int light = level(150 + wave);
        return 0xff000000 | light << 16 | (light - 20) << 8 | (light - 45);
    }

    private static boolean inside(Box box, int x, int y) {
        return x >= box.x()
                && y >= box.y()
                && x < box.x() + box.width()
                && y < box.y() + box.height();
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
