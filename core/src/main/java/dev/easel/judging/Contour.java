package dev.easel.judging;

import java.util.ArrayList;
import java.util.List;

/// Where a background ends, and which way it lies there.
final class Contour {

    private static final int MARGIN = 8;

    /// The direction is told by a window of 9 x 9 samples.
    private static final int WINDOW = 4;

    /// With fewer samples more on one side than on the other, the window tells no direction.
    private static final int LEAN_MIN = 8;

    private Contour() {}

    /// A place on the contour, in samples, and the unit vector that points into the background.
    record Normal(double x, double y, double towardsX, double towardsY) {}

    /// Half of the background's samples that have another neighbour.
    static List<Normal> of(Region background) {
        var sums = integral(background);
        var normals = new ArrayList<Normal>();
        int width = background.width;
        for (int y = MARGIN; y < background.height - MARGIN; y++) {
            for (int x = MARGIN; x < width - MARGIN; x++) {
                if (isChosen(x, y) && isEdge(background, y * width + x)) {
                    add(normals, sums, width, x, y);
                }
            }
        }
        return normals;
    }

    /// Half of them, whichever way the contour runs.
    private static boolean isChosen(int x, int y) {
        return ((x ^ (y >> 1)) & 1) == 0;
    }

    private static boolean isEdge(Region region, int i) {
        int width = region.width;
        return region.has(i)
                && !(region.has(i - 1)
                        && region.has(i + 1)
                        && region.has(i - width)
                        && region.has(i + width));
    }

    private static void add(List<Normal> normals, int[] sums, int width, int x, int y) {
        int left = x - WINDOW;
        int top = y - WINDOW;
        int right = x + WINDOW + 1;
        int bottom = y + WINDOW + 1;
        int leanX =
                sum(sums, width, x + 1, top, right, bottom)
                        - sum(sums, width, left, top, x, bottom);
        int leanY =
                sum(sums, width, left, y + 1, right, bottom)
                        - sum(sums, width, left, top, right, y);
        double length = Math.hypot(leanX, leanY);
        if (length >= LEAN_MIN) {
            normals.add(new Normal(x + 0.5, y + 0.5, leanX / length, leanY / length));
        }
    }

    /// Counts of everything above and to the left, so that any rectangle is four look-ups.
    private static int[] integral(Region region) {
        int width = region.width + 1;
        int[] sums = new int[width * (region.height + 1)];
        for (int y = 0; y < region.height; y++) {
            int row = 0;
            for (int x = 0; x < region.width; x++) {
                row += region.has(y * region.width + x) ? 1 : 0;
                int at = (y + 1) * width + x + 1;
                sums[at] = sums[at - width] + row;
            }
        }
        return sums;
    }

    private static int sum(int[] sums, int width, int left, int top, int right, int bottom) {
        int line = width + 1;
        return sums[bottom * line + right]
                - sums[top * line + right]
                - sums[bottom * line + left]
                + sums[top * line + left];
    }
}
