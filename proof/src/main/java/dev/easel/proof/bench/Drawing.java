package dev.easel.proof.bench;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.random.RandomGenerator;

/// Pictures to draw on: one int a pixel, whose array can be reached.
final class Drawing {

    private static final int OPAQUE = 0xff000000;

    private Drawing() {}

    /// Without alpha.
    static BufferedImage filled(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = pen(image);
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        return image;
    }

    /// With alpha, and wholly clear.
    static BufferedImage clear(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    static BufferedImage copy(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        System.arraycopy(argb(image), 0, argb(copy), 0, argb(copy).length);
        return copy;
    }

    /// The picture with something laid over it.
    static BufferedImage with(BufferedImage below, BufferedImage above) {
        var image = copy(below);
        pen(image).drawImage(above, 0, 0, null);
        return image;
    }

    /// Its edges are smooth.
    static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    /// The picture's own array: what is written to it is painted. Without alpha, the highest eight
    /// bits say nothing.
    static int[] argb(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    static Pixels pixels(BufferedImage image) {
        int[] argb = argb(image).clone();
        if (!image.getColorModel().hasAlpha()) {
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= OPAQUE;
            }
        }
        return new Pixels(new Size(image.getWidth(), image.getHeight()), argb);
    }

    /// As if it had been made `factor` times smaller and enlarged again.
    static BufferedImage blurred(BufferedImage image, double factor) {
        int width = Math.max(4, (int) (image.getWidth() / factor));
        int height = Math.max(4, (int) (image.getHeight() / factor));
        var small = Resampling.of(image, width, height);
        return Resampling.of(small, image.getWidth(), image.getHeight());
    }

    /// A number for each of red, green and blue between these.
    static Color colour(RandomGenerator dice, int from, int below) {
        return new Color(
                dice.nextInt(from, below), dice.nextInt(from, below), dice.nextInt(from, below));
    }

    static Color grey(int level) {
        return new Color(level, level, level);
    }

    /// Adds to each channel and stays within 0 to 255; alpha stays.
    static int shifted(int argb, int red, int green, int blue) {
        return (argb & OPAQUE)
                | Math.clamp((argb >> 16 & 0xff) + (long) red, 0, 255) << 16
                | Math.clamp((argb >> 8 & 0xff) + (long) green, 0, 255) << 8
                | Math.clamp((argb & 0xff) + (long) blue, 0, 255);
    }

    /// `share` of the second colour, the rest of the first; without alpha.
    static int mixed(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = (first >> shift & 0xff) * (1 - share) + (second >> shift & 0xff) * share;
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }
}
