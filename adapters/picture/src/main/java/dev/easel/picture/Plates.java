package dev.easel.picture;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.DifferenceMap;

import org.jspecify.annotations.Nullable;

/// Cuts, shrinks and draws pictures for an exhibition.
final class Plates {

    private static final int OPAQUE = 0xff << 24;
    private static final int MID_GREY = 128;

    /// Differences below are noise and compression; at the upper end all is white.
    private static final double NOISE_LEVELS = 16;

    private static final double BRIGHT_LEVELS = 96;

    private Plates() {}

    /// Over mid-grey, as judges are told: over white a cut-out of a white product would vanish.
    static Pixels overGrey(Pixels pixels) {
        if (!Traits.usesAlpha(pixels)) {
            return pixels;
        }
        int[] argb = pixels.argb();
        int[] opaque = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            opaque[i] =
                    OPAQUE
                            | blend(argb[i] >> 16 & 0xff, alpha) << 16
                            | blend(argb[i] >> 8 & 0xff, alpha) << 8
                            | blend(argb[i] & 0xff, alpha);
        }
        return new Pixels(pixels.size(), opaque);
    }

    private static int blend(int sample, int alpha) {
        return (sample * alpha + MID_GREY * (255 - alpha) + 127) / 255;
    }

    /// White is opaque.
    static Pixels alpha(Pixels pixels) {
        int[] argb = pixels.argb();
        int[] grey = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            grey[i] = grey(argb[i] >>> 24);
        }
        return new Pixels(pixels.size(), grey);
    }

    private static int grey(int level) {
        return OPAQUE | level << 16 | level << 8 | level;
    }

    /// Black where nothing changed, then red, then yellow, then white.
    static Pixels heat(DifferenceMap map) {
        var cells = map.cells();
        int[] argb = new int[Math.toIntExact(cells.pixels())];
        for (int y = 0; y < cells.height(); y++) {
            for (int x = 0; x < cells.width(); x++) {
                double heat = (map.at(x, y) - NOISE_LEVELS) / (BRIGHT_LEVELS - NOISE_LEVELS);
                argb[y * cells.width() + x] = glow(heat);
            }
        }
        return new Pixels(cells, argb);
    }

    private static int glow(double heat) {
        return OPAQUE
                | channel(heat * 3) << 16
                | channel(heat * 3 - 1) << 8
                | channel(heat * 3 - 2);
    }

    private static int channel(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 255);
    }

    /// The rectangle around all that is painted, in pixels of a picture of another size; absent where
    /// nothing is.
    static @Nullable Box painted(Pixels mask, int from, Size other) {
        int left = mask.width();
        int top = mask.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (Pixels.luma(mask.argb(x, y)) >= from) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right == 0
                ? null
                : scaled(new Box(left, top, right - left, bottom - top), mask.size(), other);
    }

    /// The same place in a picture of another size, at least one pixel of it.
    static Box scaled(Box box, Size from, Size to) {
        int left = place(box.x(), from.width(), to.width());
        int top = place(box.y(), from.height(), to.height());
        int right = place(box.x() + box.width(), from.width(), to.width());
        int bottom = place(box.y() + box.height(), from.height(), to.height());
        int x = Math.min(left, to.width() - 1);
        int y = Math.min(top, to.height() - 1);
        return new Box(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
    }

    private static int place(int at, int from, int to) {
        return Math.clamp(Math.round((double) at * to / from), 0, to);
    }

    /// Larger by a share of itself on each side, within the picture.
    static Box padded(Box box, double share, Size size) {
        int across = (int) Math.ceil(box.width() * share);
        int down = (int) Math.ceil(box.height() * share);
        int left = Math.clamp(box.x() - across, 0, size.width() - 1);
        int top = Math.clamp(box.y() - down, 0, size.height() - 1);
        int right = Math.clamp(box.x() + box.width() + across, left + 1, size.width());
        int bottom = Math.clamp(box.y() + box.height() + down, top + 1, size.height());
        return new Box(left, top, right - left, bottom - top);
    }

    static Pixels crop(Pixels pixels, Box box) {
        int[] argb = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            int from = (box.y() + y) * pixels.width() + box.x();
            System.arraycopy(pixels.argb(), from, argb, y * box.width(), box.width());
        }
        return new Pixels(new Size(box.width(), box.height()), argb);
    }

    /// An opaque picture, shrunk to a longest side by averaging; never enlarged.
    static Pixels within(Pixels pixels, int side) {
        int longest = Math.max(pixels.width(), pixels.height());
        if (longest <= side) {
            return pixels;
        }
        var size = pixels.size();
        int width = Math.max(1, Math.round((float) size.width() * side / longest));
        int height = Math.max(1, Math.round((float) size.height() * side / longest));
        int[] small = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * size.height() / height);
            int bottom = (int) ((long) (y + 1) * size.height() / height);
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * size.width() / width);
                int right = (int) ((long) (x + 1) * size.width() / width);
                small[y * width + x] = mean(pixels, left, top, right, bottom);
            }
        }
        return new Pixels(new Size(width, height), small);
    }

    private static int mean(Pixels pixels, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int argb = pixels.argb(x, y);
                red += argb >> 16 & 0xff;
                green += argb >> 8 & 0xff;
                blue += argb & 0xff;
            }
        }
        int count = (right - left) * (bottom - top);
        return OPAQUE
                | (int) ((red + count / 2) / count) << 16
                | (int) ((green + count / 2) / count) << 8
                | (int) ((blue + count / 2) / count);
    }
}
