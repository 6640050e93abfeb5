package dev.easel.proof.bench;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// What models do to a whole picture and nobody minds: a judge that complains of it is of no use.
/// Good outputs get it as well as bad ones.
final class Nuisance {

    private static final double SHIFT_MAX = 3;
    private static final int TONE_MAX = 4;
    private static final double NOISE_MAX = 2.5;

    /// Compression of a model's own white stays this close to it.
    private static final int WHITE_FROM = 250;

    /// So many pixels get the numbers in the order in which they were drawn.
    private static final int RUN = 256;

    private static final float[] GAUSSIAN = gaussian();

    private Nuisance() {}

    /// For edits of a photo: shift, size, tone, noise, compression.
    static byte[] photo(BufferedImage image, RandomGenerator dice) {
        var moved = moved(image, dice);
        grain(moved, dice, true, false);
        return file(moved, dice);
    }

    /// For products on white: what is white stays so until it is compressed.
    static byte[] white(BufferedImage image, RandomGenerator dice) {
        var moved = moved(image, dice);
        grain(moved, dice, false, true);
        return file(moved, dice);
    }

    /// For pictures with alpha: shift and size alone, as PNG.
    static byte[] alpha(BufferedImage image, RandomGenerator dice) {
        return Encoding.png(moved(image, dice));
    }

    /// As for an edit, but always a JPEG: bytes of it will be damaged.
    static byte[] jpeg(BufferedImage image, RandomGenerator dice) {
        var moved = moved(image, dice);
        grain(moved, dice, true, false);
        return Encoding.jpeg(moved, quality(dice));
    }

    /// The picture as it is: what is wrong with it is its size, or nuisance would hide it.
    static byte[] none(BufferedImage image, RandomGenerator dice) {
        return dice.nextBoolean() && !image.getColorModel().hasAlpha()
                ? Encoding.jpeg(image, quality(dice))
                : Encoding.png(image);
    }

    private static BufferedImage moved(BufferedImage image, RandomGenerator dice) {
        double dx = 0;
        double dy = 0;
        if (dice.nextInt(3) > 0) {
            dx = dice.nextDouble(-SHIFT_MAX, SHIFT_MAX);
            dy = dice.nextDouble(-SHIFT_MAX, SHIFT_MAX);
            if (dice.nextBoolean()) {
                dx = Math.rint(dx);
                dy = Math.rint(dy);
            }
        }
        double factor =
                switch (dice.nextInt(3)) {
                    case 0 -> 1;
                    case 1 -> dice.nextDouble(0.5, 1);
                    default -> dice.nextDouble(1, 2);
                };
        return Resampling.of(
                image,
                (int) Math.round(image.getWidth() * factor),
                (int) Math.round(image.getHeight() * factor),
                dx,
                dy);
    }

    private static void grain(
            BufferedImage image, RandomGenerator dice, boolean tone, boolean sparesWhite) {
        int red = tone ? dice.nextInt(-TONE_MAX, TONE_MAX + 1) : 0;
        int green = tone ? dice.nextInt(-TONE_MAX, TONE_MAX + 1) : 0;
        int blue = tone ? dice.nextInt(-TONE_MAX, TONE_MAX + 1) : 0;
        float noise = dice.nextInt(3) == 0 ? 0 : (float) dice.nextDouble(0, NOISE_MAX);
        int[] argb = Drawing.argb(image);
        int at = 0;
        for (int i = 0; i < argb.length; i++) {
            if (i % RUN == 0) {
                at = dice.nextInt(GAUSSIAN.length - RUN);
            }
            if (sparesWhite && isWhite(argb[i])) {
                continue;
            }
            int grain = Math.round(noise * GAUSSIAN[at + i % RUN]);
            argb[i] = Drawing.shifted(argb[i], red + grain, green + grain, blue + grain);
        }
    }

    private static boolean isWhite(int argb) {
        return (argb & 0xff) >= WHITE_FROM
                && (argb >> 8 & 0xff) >= WHITE_FROM
                && (argb >> 16 & 0xff) >= WHITE_FROM;
    }

    private static byte[] file(BufferedImage image, RandomGenerator dice) {
        return dice.nextInt(4) > 0 ? Encoding.jpeg(image, quality(dice)) : Encoding.png(image);
    }

    static double quality(RandomGenerator dice) {
        return dice.nextInt(75, 96) / 100.0;
    }

    /// Drawn once: a million normal numbers a picture would cost more than all judges.
    private static float[] gaussian() {
        var dice = Scene.dice(1, "grain");
        float[] numbers = new float[1 << 16];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) dice.nextGaussian();
        }
        return numbers;
    }
}
