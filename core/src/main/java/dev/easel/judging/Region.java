package dev.easel.judging;

import dev.easel.image.Pixels;

import java.util.ArrayList;
import java.util.Arrays;
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
        var both = new Region(width, height);
        for (int i = 0; i < on.length; i++) {
            both.on[i] = on[i] && other.on[i];
        }
        return both;
    }

    Region not() {
        var others = new Region(width, height);
        for (int i = 0; i < on.length; i++) {
            others.on[i] = !on[i];
        }
        return others;
    }

    /// Grown by a square of `radius` on every side.
    Region dilate(int radius) {
        var wide = new Region(width, height);
        for (int y = 0; y < height; y++) {
            spread(on, wide.on, y * width, radius);
        }
        var grown = new Region(width, height);
        int[] since = new int[width];
        Arrays.fill(since, radius + 1);
        for (int y = 0; y < height; y++) {
            spreadRow(wide.on, grown.on, y * width, since, radius);
        }
        Arrays.fill(since, radius + 1);
        for (int y = height - 1; y >= 0; y--) {
            spreadRow(wide.on, grown.on, y * width, since, radius);
        }
        return grown;
    }

    /// How far inside each sample lies: 0 outside, 1 at the edge, at most `max`. The frame is no
    /// edge.
    int[] depths(int max) {
        int[] depths = new int[on.length];
        for (int i = 0; i < on.length; i++) {
            depths[i] = on[i] ? Math.min(max, 1 + lowest(depths, i, -1, max)) : 0;
        }
        for (int i = on.length - 1; i >= 0; i--) {
            if (on[i]) {
                depths[i] = Math.min(depths[i], 1 + lowest(depths, i, 1, max));
            }
        }
        return depths;
    }

    /// The lowest of the four neighbours that were visited before (`way` -1) or after (1).
    private int lowest(int[] depths, int i, int way, int max) {
        int x = i % width;
        int lowest = max;
        int side = i + way;
        int row = i + way * width;
        boolean first = way < 0 ? x > 0 : x < width - 1;
        boolean other = way < 0 ? x < width - 1 : x > 0;
        if (first) {
            lowest = Math.min(lowest, depths[side]);
        }
        if (row >= 0 && row < on.length) {
            lowest = Math.min(lowest, depths[row]);
            lowest = first ? Math.min(lowest, depths[row + way]) : lowest;
            lowest = other ? Math.min(lowest, depths[row - way]) : lowest;
        }
        return lowest;
    }

    /// Without what is narrower than three samples: edges that do not quite lie on each other leave
    /// long thin lines.
    Region open() {
        return not().dilate(1).not().dilate(1);
    }

    /// Samples most of whose neighbours are in it: specks and hairlines vanish.
    Region majority() {
        var kept = new Region(width, height);
        for (int y = 1; y < height - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                kept.on[i] = neighbours(i) >= MAJORITY;
            }
        }
        return kept;
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
        for (int x = 0; x < width; x++) {
            leave(x, left, stack);
            leave(on.length - 1 - x, left, stack);
        }
        for (int i = 0; i < on.length; i += width) {
            leave(i, left, stack);
            leave(i + width - 1, left, stack);
        }
        for (int i = 0; i < on.length; i++) {
            reached.on[i] = on[i] && !left[i];
        }
        return reached;
    }

    private void leave(int i, boolean[] left, int[] stack) {
        if (left[i]) {
            take(i, left, stack);
        }
    }

    /// Samples less than `depth` away from the frame.
    static Region ring(int width, int height, int depth) {
        var ring = new Region(width, height);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            if (y < depth || y >= height - depth) {
                Arrays.fill(ring.on, row, row + width, true);
            } else {
                Arrays.fill(ring.on, row, row + Math.min(depth, width), true);
                Arrays.fill(ring.on, row + Math.max(0, width - depth), row + width, true);
            }
        }
        return ring;
    }

    /// Only what lies in this part's rectangle.
    Region only(Part part) {
        var only = new Region(width, height);
        for (int y = part.top; y <= part.bottom; y++) {
            int from = y * width + part.left;
            System.arraycopy(on, from, only.on, from, part.right - part.left + 1);
        }
        return only;
    }

    private int neighbours(int i) {
        int count = 0;
        for (int row = i - width; row <= i + width; row += width) {
            count += (on[row - 1] ? 1 : 0) + (on[row] ? 1 : 0) + (on[row + 1] ? 1 : 0);
        }
        return count;
    }

    /// Takes out of `left` all that hangs together with `start`, run by run.
    private Part take(int start, boolean[] left, int[] stack) {
        int area = 0;
        int minX = width;
        int minY = height;
        int maxX = 0;
        int maxY = 0;
        int depth = 0;
        stack[depth++] = start;
        while (depth > 0) {
            int i = stack[--depth];
            if (!left[i]) {
                continue;
            }
            int row = i / width * width;
            int from = i;
            while (from > row && left[from - 1]) {
                from--;
            }
            int to = i;
            while (to < row + width - 1 && left[to + 1]) {
                to++;
            }
            Arrays.fill(left, from, to + 1, false);
            area += to - from + 1;
            minX = Math.min(minX, from - row);
            maxX = Math.max(maxX, to - row);
            minY = Math.min(minY, row / width);
            maxY = Math.max(maxY, row / width);
            depth = push(from - width, to - width, left, stack, depth);
            depth = push(from + width, to + width, left, stack, depth);
        }
        return new Part(area, minX, minY, maxX, maxY);
    }

    /// The first sample of every run between two samples of a row.
    private static int push(int from, int to, boolean[] left, int[] stack, int depth) {
        int top = depth;
        boolean run = false;
        for (int i = from; from >= 0 && i <= to && i < left.length; i++) {
            if (left[i] && !run) {
                stack[top++] = i;
            }
            run = left[i];
        }
        return top;
    }

    /// One row of a dilation: forth, then back.
    private void spread(boolean[] from, boolean[] to, int start, int radius) {
        int since = radius + 1;
        for (int i = start; i < start + width; i++) {
            since = from[i] ? 0 : since + 1;
            to[i] |= since <= radius;
        }
        since = radius + 1;
        for (int i = start + width - 1; i >= start; i--) {
            since = from[i] ? 0 : since + 1;
            to[i] |= since <= radius;
        }
    }

    /// All columns of a dilation, one row further; `since` tells for each how long ago it was on.
    private void spreadRow(boolean[] from, boolean[] to, int start, int[] since, int radius) {
        for (int x = 0; x < width; x++) {
            since[x] = from[start + x] ? 0 : since[x] + 1;
            to[start + x] |= since[x] <= radius;
        }
    }
}
