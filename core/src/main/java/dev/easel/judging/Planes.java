package dev.easel.judging;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

/// A picture over white at the size that judges work at, one number per sample and plane, from 0 to
/// 255; colours as in JPEG, around 0.
///
/// However large the picture is, only one row of sums is held besides.
///
/// @param darkest the lowest of red, green and blue: 255 only where it is pure white
@SuppressWarnings("ArrayRecordComponent")
record Planes(
        int width,
        int height,
        float[] luma,
        float[] blue,
        float[] red,
        float[] darkest,
        float[] alpha) {

    /// Small defects of a photo are still several pixels wide at this length of the longer side,
    /// and a 40-megapixel photo is quick.
    static final int LONGER_SIDE = 512;

    private static final int SHORTER_SIDE_MIN = 16;

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
        var sums = new float[4][pixels.width()];
        for (int y = 0; y < size.height(); y++) {
            add(pixels, rows.first()[y], rows.weights()[y], sums);
            planes.fill(y, columns, sums);
        }
        return planes;
    }

    /// A photo beside an output that may honestly be smaller: what that cannot hold is taken off the photo first, so that it is not missed.
    static Planes of(Pixels photo, Size size, Size output) {
        if (output.width() >= size.width() || output.height() >= size.height()) {
            return of(photo, size);
        }
        return of(photo, output).resize(size);
    }

    private Planes resize(Size size) {
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

    private float[] resize(float[] plane, Taps columns, Taps rows) {
        int newWidth = columns.first().length;
        float[] resized = new float[newWidth * rows.first().length];
        for (int i = 0; i < resized.length; i++) {
            int x = i % newWidth;
            int y = i / newWidth;
            for (int v = 0; v < rows.weights()[y].length; v++) {
                int line = (rows.first()[y] + v) * width + columns.first()[x];
                for (int u = 0; u < columns.weights()[x].length; u++) {
                    resized[i] += rows.weights()[y][v] * columns.weights()[x][u] * plane[line + u];
                }
            }
        }
        return resized;
    }

    static Planes empty(int width, int height) {
        int n = width * height;
        return new Planes(
                width,
                height,
                new float[n],
                new float[n],
                new float[n],
                new float[n],
                new float[n]);
    }

    /// Weighted sums over some rows, column by column: red, green, blue over white, and alpha.
    private static void add(Pixels pixels, int first, float[] weights, float[][] sums) {
        int width = pixels.width();
        int[] argb = pixels.argb();
        for (int t = 0; t < weights.length; t++) {
            float weight = weights[t];
            float keep = t == 0 ? 0 : 1;
            int at = (first + t) * width;
            for (int x = 0; x < width; x++) {
                int pixel = argb[at + x];
                int alpha = pixel >>> 24;
                float white = 255 - alpha;
                float share = weight * alpha / 255;
                sums[0][x] = keep * sums[0][x] + weight * white + share * (pixel >> 16 & 0xff);
                sums[1][x] = keep * sums[1][x] + weight * white + share * (pixel >> 8 & 0xff);
                sums[2][x] = keep * sums[2][x] + weight * white + share * (pixel & 0xff);
                sums[3][x] = keep * sums[3][x] + weight * alpha;
            }
        }
    }

    private void fill(int y, Taps columns, float[][] sums) {
        for (int x = 0; x < width; x++) {
            float r = 0;
            float g = 0;
            float b = 0;
            float a = 0;
            int from = columns.first()[x];
            float[] weights = columns.weights()[x];
            for (int t = 0; t < weights.length; t++) {
                r += weights[t] * sums[0][from + t];
                g += weights[t] * sums[1][from + t];
                b += weights[t] * sums[2][from + t];
                a += weights[t] * sums[3][from + t];
            }
            int at = y * width + x;
            luma[at] = 0.299f * r + 0.587f * g + 0.114f * b;
            blue[at] = -0.1687f * r - 0.3313f * g + 0.5f * b;
            red[at] = 0.5f * r - 0.4187f * g - 0.0813f * b;
            darkest[at] = Math.min(r, Math.min(g, b));
            alpha[at] = a;
        }
    }
}
