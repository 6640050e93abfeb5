package dev.easel.image;

/// A decoded picture: one `0xAARRGGBB` number per pixel, row by row, alpha not premultiplied.
///
/// The array is not copied: a 40-megapixel photo is 160 MB. Whoever makes `Pixels` gives the array
/// away.
public final class Pixels {

    private final Size size;
    private final int[] argb;

    public Pixels(Size size, int[] argb) {
        if (argb.length != size.pixels()) {
            throw new IllegalArgumentException(
                    argb.length + " numbers are not a picture of " + size);
        }
        this.size = size;
        this.argb = argb;
    }

    public Size size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /// The pixel at column `x` of row `y`.
    public int argb(int x, int y) {
        return argb[y * size.width() + x];
    }

    /// All pixels, row by row. Not a copy: do not write to it.
    public int[] argb() {
        return argb;
    }

    /// Perceived lightness of a pixel from 0 to 255 (Rec. 601), alpha left aside.
    public static int luma(int argb) {
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }
}
