package dev.easel.judging;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

import java.util.Arrays;

/// A picture over white at the size that judges work at, one number per sample and plane, in
/// sixteenths of a level: 0 to 4080; colours as in JPEG, around 0.
///
/// However large the picture is, only one row of sums is held besides.
///
/// @param darkest the lowest of red, green and blue: 4080 only where it is pure white
@SuppressWarnings("ArrayRecordComponent")
record Planes(
        int width,
        int height,
        short[] luma,
        short[] blue,
        short[] red,
        short[] darkest,
        short[] alpha) {

    /// Small defects of a photo are still several pixels wide at this length of the longer side,
    /// and a 40-megapixel photo is quick.
    static final int LONGER_SIDE = 512;

    /// Steps per level.
    static final int LEVEL = 16;

    static final int WHITE = 255 * LEVEL;

    private static final int SHORTER_SIDE_MIN = 16;
    private static final int OPAQUE = 0xff << 24;

    /// The working size for pictures of this shape.
    static Size working(Size size) {
        double scale = (double) LONGER_SIDE / Math.max(size.width(), size.height());
        return new Size(
                Math.max(SHORTER_SIDE_MIN, (int) Math.round(size.width() * scale)),
                Math.max(SHORTER_SIDE_MIN, (int) Math.round(size.height() * scale)));
    }

    static Planes of(Pixels pixels, Size size) {
        var planes = empty(size.width(), size.height());
        var columns = Taps.of(pixels.width(), size.width());
        var rows = Taps.of(pixels.height(), size.height());
        var sums = new int[4][pixels.width()];
        for (int y = 0; y < size.height(); y++) {
            for (int[] sum : sums) {
                Arrays.fill(sum, 0);
            }
            int[] weights = rows.weights()[y];
            for (int t = 0; t < weights.length; t++) {
                add(pixels, rows.first()[y] + t, weights[t], sums);
            }
            planes.fill(y, columns, sums);
        }
        return planes;
    }

    /// A photo beside an output that may honestly be smaller: what that cannot hold is taken off
    /// the photo first, so that it is not missed.
    static Planes of(Pixels photo, Size size, Size output) {
        if (output.width() >= size.width() || output.height() >= size.height()) {
            return of(photo, size);
        }
        return of(photo, output).resize(size);
    }

    Planes resize(Size size) {
        var columns = Taps.of(width, size.width());
        var rows = Taps.of(height, size.height());
        return new Planes(
                size.width(),
                size.height(),
                resize(luma, columns, rows),
                resize(blue, columns, rows),
                resize(red, columns, rows),
                resize(darkest, columns, rows),
                resize(alpha, columns, rows));
    }

    /// A part of it.
    Planes crop(int left, int top, int width, int height) {
        return new Planes(
                width,
                height,
                crop(luma, left, top, width, height),
                crop(blue, left, top, width, height),
                crop(red, left, top, width, height),
                crop(darkest, left, top, width, height),
                crop(alpha, left, top, width, height));
    }

    private short[] crop(short[] plane, int left, int top, int newWidth, int newHeight) {
        short[] cropped = new short[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(plane, (top + y) * width + left, cropped, y * newWidth, newWidth);
        }
        return cropped;
    }

    /// One plane of this picture at another size.
    short[] resize(short[] plane, Taps columns, Taps rows) {
        int newWidth = columns.first().length;
        short[] resized = new short[newWidth * rows.first().length];
        for (int i = 0; i < resized.length; i++) {
            int x = i % newWidth;
            int[] down = rows.weights()[i / newWidth];
            int[] right = columns.weights()[x];
            int at = rows.first()[i / newWidth] * width + columns.first()[x];
            long sum = 0;
            for (int v = 0; v < down.length; v++, at += width) {
                int line = 0;
                for (int u = 0; u < right.length; u++) {
                    line += right[u] * plane[at + u];
                }
                sum += (long) down[v] * line;
            }
            resized[i] = (short) (sum >> 20);
        }
        return resized;
    }

    static Planes empty(int width, int height) {
        int n = width * height;
        return new Planes(
                width,
                height,
                new short[n],
                new short[n],
                new short[n],
                new short[n],
                new short[n]);
    }

    /// Adds one row, weighted, column by column: red, green, blue over white, and what is missing
    /// to full opacity.
    private static void add(Pixels pixels, int row, int weight, int[][] sums) {
        int width = pixels.width();
        int[] argb = pixels.argb();
        int at = row * width;
        if (isOpaque(argb, at, width)) {
            addOpaque(argb, at, weight, sums[0], sums[1], sums[2]);
            return;
        }
        for (int x = 0; x < width; x++) {
            int pixel = argb[at + x];
            int alpha = pixel >>> 24;
            int clear = 255 - alpha;
            int white = 255 * clear + 127;
            sums[0][x] += weight * (((pixel >> 16 & 0xff) * alpha + white) / 255);
            sums[1][x] += weight * (((pixel >> 8 & 0xff) * alpha + white) / 255);
            sums[2][x] += weight * (((pixel & 0xff) * alpha + white) / 255);
            sums[3][x] += weight * clear;
        }
    }

    private static boolean isOpaque(int[] argb, int from, int count) {
        int all = OPAQUE;
        for (int i = from; i < from + count; i++) {
            all &= argb[i];
        }
        return all == OPAQUE;
    }

    /// Apart, so that the compiler makes vectors of it: nearly all the time goes here.
    private static void addOpaque(
            int[] argb, int from, int weight, int[] reds, int[] greens, int[] blues) {
        for (int x = 0; x < reds.length; x++) {
            int pixel = argb[from + x];
            reds[x] += weight * (pixel >> 16 & 0xff);
            greens[x] += weight * (pixel >> 8 & 0xff);
            blues[x] += weight * (pixel & 0xff);
        }
    }

    private void fill(int y, Taps columns, int[][] sums) {
        int[] reds = sums[0];
        int[] greens = sums[1];
        int[] blues = sums[2];
        int[] clears = sums[3];
        for (int x = 0; x < width; x++) {
            int r = 0;
            int g = 0;
            int b = 0;
            int clear = 0;
            int at = columns.first()[x];
            for (int weight : columns.weights()[x]) {
                r += weight * reds[at];
                g += weight * greens[at];
                b += weight * blues[at];
                clear += weight * clears[at];
                at++;
            }
            set(y * width + x, r >> 12, g >> 12, b >> 12, clear >> 16);
        }
    }

    /// Red, green and blue in 256ths of a level; the colour matrix is JPEG's, in 256ths too.
    private void set(int at, int r, int g, int b, int clear) {
        luma[at] = (short) ((77 * r + 150 * g + 29 * b) >> 12);
        blue[at] = (short) ((-43 * r - 85 * g + 128 * b) >> 12);
        red[at] = (short) ((128 * r - 107 * g - 21 * b) >> 12);
        darkest[at] = (short) (Math.min(r, Math.min(g, b)) >> 4);
        alpha[at] = (short) (WHITE - clear);
    }
}
