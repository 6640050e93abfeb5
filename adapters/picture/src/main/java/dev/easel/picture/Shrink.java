package dev.easel.picture;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

/// Makes pictures smaller. Each new pixel is the mean of those that it stands for: taking one of them
/// would turn fine patterns into coarse ones.
final class Shrink {

    private static final int CHANNELS = 4;

    private Shrink() {}

    /// The same where it is small enough.
    static Pixels to(Pixels pixels, int sideMax) {
        int longest = Math.max(pixels.width(), pixels.height());
        if (longest <= sideMax) {
            return pixels;
        }
        var size =
                new Size(
                        side(pixels.width(), sideMax, longest),
                        side(pixels.height(), sideMax, longest));
        var small = new int[size.width() * size.height()];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                small[y * size.width() + x] = mean(pixels, size, x, y);
            }
        }
        return new Pixels(size, small);
    }

    private static int side(int side, int sideMax, int longest) {
        return Math.max(1, Math.toIntExact(Math.round((double) side * sideMax / longest)));
    }

    /// Colours count as much as they can be seen.
    private static int mean(Pixels pixels, Size size, int x, int y) {
        long[] sums = new long[CHANNELS];
        long alphas = 0;
        int top = edge(y, pixels.height(), size.height());
        int bottom = edge(y + 1, pixels.height(), size.height());
        int left = edge(x, pixels.width(), size.width());
        int right = edge(x + 1, pixels.width(), size.width());
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int argb = pixels.argb(column, row);
                int alpha = argb >>> 24;
                alphas += alpha;
                for (int channel = 0; channel < CHANNELS - 1; channel++) {
                    sums[channel] += (long) alpha * ((argb >>> (8 * channel)) & 0xff);
                }
            }
        }
        long all = (long) (bottom - top) * (right - left);
        int argb = Math.toIntExact((alphas + all / 2) / all) << 24;
        for (int channel = 0; channel < CHANNELS - 1; channel++) {
            long mean = alphas == 0 ? 0 : (sums[channel] + alphas / 2) / alphas;
            argb |= Math.toIntExact(mean) << (8 * channel);
        }
        return argb;
    }

    private static int edge(int small, int side, int sideSmall) {
        return Math.toIntExact((long) small * side / sideSmall);
    }
}
