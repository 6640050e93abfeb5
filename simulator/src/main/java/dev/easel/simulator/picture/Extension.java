package dev.easel.simulator.picture;

import java.util.random.RandomGenerator;

/// Widens or heightens a photo to another ratio; the photo itself stays as it is, in the middle.
public final class Extension {

    private Extension() {}

    public static Picture to(Picture photo, double ratio, RandomGenerator random) {
        int width = (int) Math.max(photo.width(), Math.round(photo.height() * ratio));
        int height = (int) Math.max(photo.height(), Math.round(photo.width() / ratio));
        int left = (width - photo.width()) / 2;
        int top = (height - photo.height()) / 2;
        var mask =
                Mask.where(width, height, i -> !isInside(photo, i % width - left, i / width - top));
        var canvas =
                Picture.filled(width, height, Colour.WHITE)
                        .map(i ->
                                mask.at(i)
                                        ? Colour.WHITE
                                        : photo.at(i % width - left, i / width - top));
        return MaskFill.fill(canvas, mask, random);
    }

    private static boolean isInside(Picture photo, int x, int y) {
        return x >= 0 && y >= 0 && x < photo.width() && y < photo.height();
    }
}
