package dev.easel.proof.bench;

import java.awt.image.BufferedImage;

/// Another size, or another place by parts of a pixel, with the cubic filter that picture programs
/// use. Where it shrinks, the filter widens, so that nothing flickers.
final class Resampling {

    private final int[] first;
    private final float[][] weights;

    private Resampling(int length) {
        first = new int[length];
        weights = new float[length][];
    }

    static BufferedImage of(BufferedImage image, int width, int height) {
        return of(image, width, height, 0, 0);
    }

    /// @param dx how far the content moves to the right, in pixels of the image as it is
    static BufferedImage of(BufferedImage image, int width, int height, double dx, double dy) {
        boolean same = width == image.getWidth() && height == image.getHeight();
        if (same && dx == 0 && dy == 0) {
            return Drawing.copy(image);
        }
        boolean alpha = image.getColorModel().hasAlpha();
        float[][] planes = planes(image, alpha);
        var columns = along(image.getWidth(), width, dx);
        var rows = along(image.getHeight(), height, dy);
        var result = new BufferedImage(width, height, image.getType());
        for (int i = 0; i < planes.length; i++) {
            float[] narrow = columns.horizontally(planes[i], image.getWidth(), image.getHeight());
            planes[i] = rows.vertically(narrow, width);
        }
        write(planes, Drawing.argb(result));
        return result;
    }

    private static Resampling along(int from, int to, double shift) {
        var taps = new Resampling(to);
        double step = (double) from / to;
        double wide = Math.max(1, step);
        int reach = (int) Math.ceil(2 * wide);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * step - 0.5 - shift;
            taps.first[i] = (int) Math.floor(centre) - reach + 1;
            taps.weights[i] = new float[2 * reach];
            double sum = 0;
            for (int t = 0; t < 2 * reach; t++) {
                double weight = cubic((taps.first[i] + t - centre) / wide);
                taps.weights[i][t] = (float) weight;
                sum += weight;
            }
            for (int t = 0; t < 2 * reach; t++) {
                taps.weights[i][t] /= (float) sum;
            }
        }
        return taps;
    }

    /// Catmull and Rom's.
    private static double cubic(double at) {
        double x = Math.abs(at);
        if (x >= 2) {
            return 0;
        }
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
    }

    /// Beyond the frame, its edge is repeated.
    private float[] horizontally(float[] plane, int width, int height) {
        float[] result = new float[first.length * height];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < first.length; x++) {
                float[] weight = weights[x];
                int from = first[x];
                float sum = 0;
                if (weight.length == 4 && from >= 0 && from + 4 <= width) {
                    // What most pictures need, without a loop: it is the bench's busiest line.
                    int at = row + from;
                    sum =
                            weight[0] * plane[at]
                                    + weight[1] * plane[at + 1]
                                    + weight[2] * plane[at + 2]
                                    + weight[3] * plane[at + 3];
                } else if (from >= 0 && from + weight.length <= width) {
                    for (int t = 0; t < weight.length; t++) {
                        sum += weight[t] * plane[row + from + t];
                    }
                } else {
                    for (int t = 0; t < weight.length; t++) {
                        sum += weight[t] * plane[row + Math.clamp(from + t, 0, width - 1)];
                    }
                }
                result[y * first.length + x] = sum;
            }
        }
        return result;
    }

    private float[] vertically(float[] plane, int width) {
        int height = plane.length / width;
        float[] result = new float[first.length * width];
        for (int y = 0; y < first.length; y++) {
            for (int t = 0; t < weights[y].length; t++) {
                float weight = weights[y][t];
                int from = Math.clamp(first[y] + t, 0, height - 1) * width;
                for (int x = 0; x < width; x++) {
                    result[y * width + x] += weight * plane[from + x];
                }
            }
        }
        return result;
    }

    /// Colours times their alpha: what is clear has none to give to its neighbours.
    private static float[][] planes(BufferedImage image, boolean alpha) {
        int[] argb = Drawing.argb(image);
        var planes = new float[alpha ? 4 : 3][argb.length];
        for (int i = 0; i < argb.length; i++) {
            float opacity = alpha ? (argb[i] >>> 24) / 255f : 1;
            planes[0][i] = (argb[i] >> 16 & 0xff) * opacity;
            planes[1][i] = (argb[i] >> 8 & 0xff) * opacity;
            planes[2][i] = (argb[i] & 0xff) * opacity;
            if (alpha) {
                planes[3][i] = argb[i] >>> 24;
            }
        }
        return planes;
    }

    private static void write(float[][] planes, int[] argb) {
        boolean alpha = planes.length == 4;
        for (int i = 0; i < argb.length; i++) {
            int opacity = alpha ? Math.clamp(Math.round(planes[3][i]), 0, 255) : 255;
            float scale = opacity == 0 ? 0 : 255f / opacity;
            argb[i] =
                    (alpha ? opacity << 24 : 0)
                            | Math.clamp(Math.round(planes[0][i] * scale), 0, 255) << 16
                            | Math.clamp(Math.round(planes[1][i] * scale), 0, 255) << 8
                            | Math.clamp(Math.round(planes[2][i] * scale), 0, 255);
        }
    }
}
