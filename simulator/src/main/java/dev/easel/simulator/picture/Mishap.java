package dev.easel.simulator.picture;

/// What goes wrong with pictures.
public final class Mishap {

    private Mishap() {}

    /// Nothing but grey.
    public static Picture blank(Picture picture) {
        return Picture.filled(picture.width(), picture.height(), Colour.of(128, 128, 128));
    }

    /// A coloured smear over the upper left corner and one over the lower right: one of them is
    /// outside of any sensible mask.
    public static Picture smeared(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        return picture.map(i -> {
            double x = (i % width) / (double) width;
            int row = i / width;
            double y = row / (double) height;
            boolean first = square(x - 0.15) + square(y - 0.15) < 0.012;
            boolean second = square(x - 0.87) + square(y - 0.85) < 0.012;
            return first || second
                    ? Colour.mix(picture.at(i), Colour.of(40, 190, 220), 0.7)
                    : picture.at(i);
        });
    }

    /// Three quarters as wide, and as high as before.
    public static Picture squeezed(Picture picture) {
        return picture.scaledTo(Math.max(1, picture.width() * 3 / 4), picture.height());
    }

    private static double square(double value) {
        return value * value;
    }
}
