package dev.easel.simulator.picture;

import java.util.function.IntPredicate;

/// Which pixels are meant: white is edited, black is left alone.
public final class Mask {

    private final int width;
    private final int height;
    private final boolean[] marked;

    private Mask(int width, int height, boolean[] marked) {
        this.width = width;
        this.height = height;
        this.marked = marked;
    }

    public static Mask where(int width, int height, IntPredicate marked) {
        var pixels = new boolean[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = marked.test(i);
        }
        return new Mask(width, height, pixels);
    }

    /// The mask that a picture paints, brought to the size of the photo it is for. A transparent
    /// pixel is black.
    public static Mask painted(Picture picture, int width, int height) {
        var sized = picture.scaledTo(width, height);
        return where(
                width,
                height,
                i -> Colour.luma(sized.at(i)) * Colour.alpha(sized.at(i)) / 255 >= 128);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean at(int index) {
        return marked[index];
    }

    public boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && marked[y * width + x];
    }

    public int count() {
        int count = 0;
        for (boolean pixel : marked) {
            count += pixel ? 1 : 0;
        }
        return count;
    }

    /// Grown by `radius` pixels in every direction (a square), in two passes.
    public Mask grown(int radius) {
        var rows = where(width, height, i -> anyAlong(marked, i, i % width, width, 1, radius));
        return where(
                width, height, i -> anyAlong(rows.marked, i, i / width, height, width, radius));
    }

    public Mask inverted() {
        return where(width, height, i -> !marked[i]);
    }

    /// Shrunk by `radius` pixels; the edge of the picture does not eat.
    public Mask shrunk(int radius) {
        return inverted().grown(radius).inverted();
    }

    /// The smallest box round every marked pixel; empty (zero wide) when there is none.
    public Box bounds() {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < marked.length; i++) {
            if (marked[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width + 1);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        return right == 0 ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }

    private static boolean anyAlong(
            boolean[] pixels, int index, int position, int length, int stride, int radius) {
        int from = Math.max(-radius, -position);
        int to = Math.min(radius, length - 1 - position);
        for (int step = from; step <= to; step++) {
            if (pixels[index + step * stride]) {
                return true;
            }
        }
        return false;
    }
}
