package dev.easel.judging;

import dev.easel.image.Pixels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Some of the samples of a picture at working size.
final class Region {

    private static final int PAINTED_FROM = 128;
    private static final int MAJORITY = 5;

    final int width;
    final int height;
    private final boolean[] on;

    Region(int width, int height) {
        this.width = width;
        this.height = height;
        this.on = new boolean[width * height];
    }

    /// Samples that hang together, side by side.
    ///
    /// @param area how many they are
    record Part(int area, int left, int top, int right, int bottom) {}

    /// A condition on the index of a sample.
    interface Condition {
        boolean holds(int index);
    }

    static Region where(int width, int height, Condition condition) {
        var region = new Region(width, height);
        for (int i = 0; i < region.on.length; i++) {
            region.on[i] = condition.holds(i);
        }
        return region;
    }

    /// Every sample in which a pixel is painted, so that no stroke is too thin to be seen.
    static Region painted(Pixels mask, int width, int height) {
        var region = new Region(width, height);
        int[] columns = new int[mask.width()];
        for (int x = 0; x < columns.length; x++) {
            columns[x] = (int) ((long) x * width / mask.width());
        }
        int[] argb = mask.argb();
        for (int y = 0; y < mask.height(); y++) {
            int row = (int) ((long) y * height / mask.height()) * width;
            int from = y * mask.width();
            for (int x = 0; x < columns.length; x++) {
                if ((argb[from + x] & 0xff) >= PAINTED_FROM) {
                    region.on[row + columns[x]] = true;
                }
            }
        }
        return region;
    }

    boolean has(int index) {
        return on[index];
    }

    int samples() {
        return on.length;
    }

    int count() {
        int count = 0;
        for (boolean each : on) {
            count += each ? 1 : 0;
        }
        return count;
    }

    double share() {
        return (double) count() / on.length;
    }

    Region and(Region other) {
        return where(width, height, i -> on[i] && other.on[i]);
    }

    Region not() {
        return where(width, height, i -> !on[i]);
    }

    /// Grown by a square of `radius` on every side.
    Region dilate(int radius) {
        var wide = new Region(width, height);
        for (int y = 0; y < height; y++) {
            spread(on, wide.on, y * width, 1, width, radius);
        }
        var grown = new Region(width, height);
        for (int x = 0; x < width; x++) {
            spread(wide.on, grown.on, x, width, height, radius);
        }
        return grown;
    }

    Region erode(int radius) {
        return not().dilate(radius).not();
    }

    /// Samples most of whose neighbours are in it: specks and hairlines vanish.
    Region majority() {
        return where(width, height, i -> neighbours(i) >= MAJORITY);
    }

    /// The parts that hang together, the largest first.
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        var left = on.clone();
        int[] stack = new int[on.length];
        for (int i = 0; i < left.length; i++) {
            if (left[i]) {
                parts.add(take(i, left, stack));
            }
        }
        parts.sort(Comparator.comparingInt(Part::area).reversed());
        return parts;
    }

    /// What can be reached from the frame without leaving this region.
    Region fromFrame() {
        var reached = new Region(width, height);
        var left = on.clone();
        int[] stack = new int[on.length];
        for (int i = 0; i < left.length; i++) {
            if (left[i] && isAtFrame(i)) {
                take(i, left, stack);
            }
        }
        for (int i = 0; i < on.length; i++) {
            reached.on[i] = on[i] && !left[i];
        }
        return reached;
    }

    /// Samples less than `depth` away from the frame.
    static Region ring(int width, int height, int depth) {
        return where(
                width,
                height,
                i ->
                        i % width < depth
                                || i % width >= width - depth
                                || i / width < depth
                                || i / width >= height - depth);
    }

    /// Only this part of it.
    Region only(Part part) {
        return where(
                width,
                height,
                i ->
                        on[i]
                                && i % width >= part.left
                                && i % width <= part.right
                                && i / width >= part.top
                                && i / width <= part.bottom);
    }

    private boolean isAtFrame(int i) {
        int x = i % width;
        return x == 0 || x == width - 1 || i < width || i >= on.length - width;
    }

    private int neighbours(int i) {
        int x = i % width;
        int y = i / width;
        if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
            return 0;
        }
        int count = 0;
        for (int row = i - width; row <= i + width; row += width) {
            count += (on[row - 1] ? 1 : 0) + (on[row] ? 1 : 0) + (on[row + 1] ? 1 : 0);
        }
        return count;
    }

    /// Takes out of `left` all that hangs together with `start`.
    private Part take(int start, boolean[] left, int[] stack) {
        int area = 0;
        int minX = width;
        int minY = height;
        int maxX = 0;
        int maxY = 0;
        int depth = 0;
        stack[depth++] = start;
        left[start] = false;
        while (depth > 0) {
            int i = stack[--depth];
            int x = i % width;
            int y = i / width;
            area++;
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
            depth = push(x > 0, i - 1, left, stack, depth);
            depth = push(x < width - 1, i + 1, left, stack, depth);
            depth = push(y > 0, i - width, left, stack, depth);
            depth = push(y < height - 1, i + width, left, stack, depth);
        }
        return new Part(area, minX, minY, maxX, maxY);
    }

    private static int push(boolean inside, int i, boolean[] left, int[] stack, int depth) {
        if (!inside || !left[i]) {
            return depth;
        }
        left[i] = false;
        stack[depth] = i;
        return depth + 1;
    }

    /// One line of a dilation: forth, then back.
    private static void spread(
            boolean[] from, boolean[] to, int start, int step, int length, int radius) {
        int since = radius + 1;
        for (int i = 0; i < length; i++) {
            int at = start + i * step;
            since = from[at] ? 0 : since + 1;
            to[at] |= since <= radius;
        }
        since = radius + 1;
        for (int i = length - 1; i >= 0; i--) {
            int at = start + i * step;
            since = from[at] ? 0 : since + 1;
            to[at] |= since <= radius;
        }
    }
}
