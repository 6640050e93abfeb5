package dev.easel.simulator.picture;

/// Arithmetic on colours packed as 0xAARRGGBB.
public final class Colour {

    public static final int WHITE = 0xFFFFFFFF;

    private Colour() {}

    public static int alpha(int argb) {
        return argb >>> 24;
    }

    public static int red(int argb) {
        return (argb >> 16) & 0xFF;
    }

    public static int green(int argb) {
        return (argb >> 8) & 0xFF;
    }

    public static int blue(int argb) {
        return argb & 0xFF;
    }

    /// An opaque colour; each channel is clamped to 0..255.
    public static int of(double red, double green, double blue) {
        return 0xFF000000 | (clamp(red) << 16) | (clamp(green) << 8) | clamp(blue);
    }

    public static int withAlpha(int argb, double alpha) {
        return (clamp(alpha) << 24) | (argb & 0xFFFFFF);
    }

    /// `share` 0 gives the first colour, 1 the second. The result is opaque.
    public static int mix(int first, int second, double share) {
        return of(
                red(first) + (red(second) - red(first)) * share,
                green(first) + (green(second) - green(first)) * share,
                blue(first) + (blue(second) - blue(first)) * share);
    }

    /// Brightness as the eye weighs it, 0..255 (Rec. 601).
    public static double luma(int argb) {
        return 0.299 * red(argb) + 0.587 * green(argb) + 0.114 * blue(argb);
    }

    /// How saturated, 0..1.
    public static double saturation(int argb) {
        int max = Math.max(red(argb), Math.max(green(argb), blue(argb)));
        int min = Math.min(red(argb), Math.min(green(argb), blue(argb)));
        return max == 0 ? 0 : (max - min) / (double) max;
    }

    /// The largest difference of any channel, alpha left out.
    public static int distance(int first, int second) {
        int red = Math.abs(red(first) - red(second));
        int green = Math.abs(green(first) - green(second));
        int blue = Math.abs(blue(first) - blue(second));
        return Math.max(red, Math.max(green, blue));
    }

    static int clamp(double channel) {
        return (int) Math.max(0, Math.min(255, Math.round(channel)));
    }
}
