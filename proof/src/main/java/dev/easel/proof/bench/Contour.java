package dev.easel.proof.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;

/// How a product can be cut out badly: every pixel's distance to the product's edge, and what lies
/// on either side of it.
final class Contour {

    private static final double INFINITE = 1e12;

    /// Colours are spread so far beyond the edge: more than any soft edge reaches.
    private static final int SPREAD = 14;

    private final int width;
    private final int height;
    private final float[] distance;
    private final int[] own;
    private final int[] clean;

    private Contour(int width, int height, float[] distance, int[] own) {
        this.width = width;
        this.height = height;
        this.distance = distance;
        this.own = own;
        this.clean = spread();
    }

    /// @param covered where the product is
    /// @param shot the product and what is behind it
    static Contour of(boolean[] covered, BufferedImage shot) {
        int width = shot.getWidth();
        int height = shot.getHeight();
        float[] outside = distances(covered, true, width, height);
        float[] inside = distances(covered, false, width, height);
        for (int i = 0; i < outside.length; i++) {
            outside[i] = covered[i] ? 0.5f - inside[i] : outside[i] - 0.5f;
        }
        return new Contour(width, height, outside, Drawing.argb(shot));
    }

    /// The photo's own pixels, old background and all.
    int[] own() {
        return own;
    }

    /// The product's colours, continued beyond its edge.
    int[] clean() {
        return clean;
    }

    /// On white, with these colours.
    ///
    /// @param grow how many pixels beyond the edge belong to it; negative cuts into the product
    /// @param ramp over how many pixels it fades; 1 is a clean edge
    BufferedImage onWhite(int[] colours, double grow, double ramp) {
        var image = Drawing.filled(width, height, Color.WHITE);
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Drawing.mixed(0xffffff, colours[i], opacity(i, grow, ramp));
        }
        return image;
    }

    /// The same with alpha.
    BufferedImage cutOut(int[] colours, double grow, double ramp) {
        var image = Drawing.clear(width, height);
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            int alpha = (int) Math.round(255 * opacity(i, grow, ramp));
            argb[i] = alpha == 0 ? 0 : alpha << 24 | (colours[i] & 0xffffff);
        }
        return image;
    }

    /// On white with a band of one colour around it.
    BufferedImage banded(Color colour, double wide) {
        var image = onWhite(clean, 0, 1);
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            double share = opacity(i, wide, 1) * (1 - opacity(i, 0, 1));
            argb[i] = Drawing.mixed(argb[i], colour.getRGB(), share);
        }
        return image;
    }

    private double opacity(int i, double grow, double ramp) {
        return Math.clamp(0.5 - (distance[i] - grow) / ramp, 0, 1);
    }

    private int[] spread() {
        int[] colours = own.clone();
        var known = new boolean[colours.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = distance[i] <= -1.5f;
        }
        for (int step = 0; step < SPREAD; step++) {
            var next = known.clone();
            for (int i = width + 1; i < colours.length - width - 1; i++) {
                if (!known[i] && distance[i] < SPREAD && average(colours, known, i)) {
                    next[i] = true;
                }
            }
            System.arraycopy(next, 0, known, 0, known.length);
        }
        return colours;
    }

    private boolean average(int[] colours, boolean[] known, int at) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int row = at - width; row <= at + width; row += width) {
            for (int i = row - 1; i <= row + 1; i++) {
                if (known[i]) {
                    red += colours[i] >> 16 & 0xff;
                    green += colours[i] >> 8 & 0xff;
                    blue += colours[i] & 0xff;
                    count++;
                }
            }
        }
        if (count > 0) {
            colours[at] = (red / count) << 16 | (green / count) << 8 | (blue / count);
        }
        return count > 0;
    }

    /// The exact distance of every pixel to the nearest one that is `wanted`: first along columns,
    /// then the lowest of the parabolas that stand on each row.
    private static float[] distances(boolean[] covered, boolean wanted, int width, int height) {
        double[] squares = new double[covered.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = covered[i] == wanted ? 0 : INFINITE;
        }
        var envelope = new Envelope(Math.max(width, height));
        for (int x = 0; x < width; x++) {
            envelope.lower(squares, x, width, height);
        }
        for (int y = 0; y < height; y++) {
            envelope.lower(squares, y * width, 1, width);
        }
        float[] distances = new float[squares.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (float) Math.sqrt(squares[i]);
        }
        return distances;
    }

    /// Replaces a line of squared distances by the lowest parabola over each of its places.
    private static final class Envelope {

        private final int[] vertex;
        private final double[] from;
        private final double[] value;

        Envelope(int length) {
            vertex = new int[length];
            from = new double[length + 1];
            value = new double[length];
        }

        void lower(double[] squares, int start, int step, int length) {
            for (int i = 0; i < length; i++) {
                value[i] = squares[start + i * step];
            }
            int last = 0;
            vertex[0] = 0;
            from[0] = -INFINITE;
            for (int i = 1; i < length; i++) {
                double crossing = crossing(i, vertex[last]);
                while (last > 0 && crossing <= from[last]) {
                    last--;
                    crossing = crossing(i, vertex[last]);
                }
                if (crossing <= from[last]) {
                    vertex[last] = i;
                } else {
                    last++;
                    vertex[last] = i;
                    from[last] = crossing;
                }
            }
            int at = 0;
            for (int i = 0; i < length; i++) {
                while (at < last && from[at + 1] < i) {
                    at++;
                }
                int off = i - vertex[at];
                squares[start + i * step] = value[vertex[at]] + (double) off * off;
            }
        }

        private double crossing(int i, int k) {
            double right = value[i] + (double) i * i;
            double left = value[k] + (double) k * k;
            return (right - left) / (2.0 * (i - k));
        }
    }
}
