package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Where in an extended picture the photo lies, in samples of the picture.
///
/// Models place it where they like, and often smaller than it was. It is looked for at a quarter of
/// the working size at every place and scale, then at a half and at the whole around what was found.
record Placement(int left, int top, int width, int height) {

    /// At the first step all is tried: from the largest that fits down to this.
    private static final double SCALE_MIN = 0.4;

    private static final double SCALE_STEP = 0.97;

    /// At the later ones: so many scales to either side, this far apart, and so many samples.
    private static final int SCALES = 4;

    private static final double[] SCALE_STEPS = {0.006, 0.0015};
    private static final int REACH = 4;

    /// Every so manieth sample is compared, and each says at most so much.
    private static final int STRIDE = 2;

    private static final int DIFFERENCE_MAX = 40 * Planes.LEVEL;

    /// On average: what is as far off as this is not the photo. Pictures that have nothing in common
    /// are 25 or more levels apart, and so is one that was drawn anew.
    private static final int FOUND_BELOW = 12 * Planes.LEVEL;

    /// Models blend the seam, in working samples.
    private static final int SEAM = 10;

    /// With fewer samples on a side, nothing can be told.
    private static final int SIDE_MIN = 24;

    /// Luma alone, at some size.
    @SuppressWarnings("ArrayRecordComponent")
    private record Luma(int width, int height, short[] luma) {

        static Luma of(Planes planes, int width, int height) {
            var columns = Taps.of(planes.width(), width);
            var rows = Taps.of(planes.height(), height);
            return new Luma(width, height, planes.resize(planes.luma(), columns, rows));
        }
    }

    /// A try, and how far it is off on average.
    private record Fit(Placement at, double off) {}

    /// Empty if it is nowhere.
    static Optional<Placement> find(Planes photo, Planes picture) {
        var fit = everywhere(photo, reduced(picture, 4));
        for (int i = 0; i < SCALE_STEPS.length && fit != null; i++) {
            var target = reduced(picture, i == 0 ? 2 : 1);
            fit = around(photo, target, fit.at.doubled(), SCALE_STEPS[i]);
        }
        return fit == null || fit.off >= FOUND_BELOW ? Optional.empty() : Optional.of(fit.at);
    }

    /// The photo beside that part of the picture.
    Pair pair(Planes photo, Planes picture, Pixels output) {
        double scaleX = (double) output.width() / picture.width();
        double scaleY = (double) output.height() / picture.height();
        var frame =
                new Box(
                        Math.toIntExact(Math.round(left * scaleX)),
                        Math.toIntExact(Math.round(top * scaleY)),
                        Math.toIntExact(Math.round(width * scaleX)),
                        Math.toIntExact(Math.round(height * scaleY)));
        return new Pair(
                photo.resize(new Size(width, height)),
                picture.crop(left, top, width, height),
                frame,
                Region.ring(width, height, SEAM),
                false);
    }

    private static Luma reduced(Planes picture, int by) {
        return Luma.of(picture, picture.width() / by, picture.height() / by);
    }

    private Placement doubled() {
        return new Placement(2 * left, 2 * top, 2 * width, 2 * height);
    }

    private static @Nullable Fit everywhere(Planes photo, Luma picture) {
        double largest = largest(photo, picture);
        Fit best = null;
        for (double scale = 1; scale >= SCALE_MIN; scale *= SCALE_STEP) {
            var small = scaled(photo, picture, largest * scale);
            if (Math.min(small.width(), small.height()) < SIDE_MIN) {
                break;
            }
            int right = picture.width() - small.width();
            int bottom = picture.height() - small.height();
            best = better(best, small, picture, 0, 0, right, bottom);
        }
        return best;
    }

    private static @Nullable Fit around(
            Planes photo, Luma picture, Placement found, double scaleStep) {
        double largest = largest(photo, picture);
        Fit best = null;
        for (int i = -SCALES; i <= SCALES; i++) {
            double width = Math.min(largest, found.width * (1 + i * scaleStep));
            var small = scaled(photo, picture, width);
            int right = picture.width() - small.width();
            int bottom = picture.height() - small.height();
            best =
                    better(
                            best,
                            small,
                            picture,
                            Math.clamp(found.left - REACH, 0, right),
                            Math.clamp(found.top - REACH, 0, bottom),
                            Math.clamp(found.left + REACH, 0, right),
                            Math.clamp(found.top + REACH, 0, bottom));
        }
        return best;
    }

    /// The width at which the photo just fits.
    private static double largest(Planes photo, Luma picture) {
        double ratio = (double) photo.width() / photo.height();
        return Math.min(picture.width(), picture.height() * ratio);
    }

    private static Luma scaled(Planes photo, Luma picture, double width) {
        double height = width * photo.height() / photo.width();
        return Luma.of(
                photo,
                Math.clamp(Math.round(width), 1, picture.width()),
                Math.clamp(Math.round(height), 1, picture.height()));
    }

    /// `best`, or what is better among these places.
    private static @Nullable Fit better(
            @Nullable Fit best, Luma small, Luma picture, int x0, int y0, int x1, int y1) {
        var lowest = best;
        for (int top = y0; top <= y1; top++) {
            for (int left = x0; left <= x1; left++) {
                double off =
                        off(
                                small,
                                picture,
                                left,
                                top,
                                lowest == null ? Double.MAX_VALUE : lowest.off);
                if (lowest == null || off < lowest.off) {
                    var at = new Placement(left, top, small.width(), small.height());
                    lowest = new Fit(at, off);
                }
            }
        }
        return lowest;
    }

    /// The mean difference; exact only below `limit`.
    private static double off(Luma small, Luma picture, int left, int top, double limit) {
        int columns = (small.width() + STRIDE - 1) / STRIDE;
        int rows = (small.height() + STRIDE - 1) / STRIDE;
        double most = limit * columns * rows;
        int leap = leap(rows);
        long sum = 0;
        // Rows far apart first, so that a wrong place is left soon.
        for (int k = 0; k < rows && sum < most; k++) {
            int y = k * leap % rows * STRIDE;
            int at = (top + y) * picture.width() + left;
            for (int x = 0; x < small.width(); x += STRIDE) {
                int off = Math.abs(picture.luma()[at + x] - small.luma()[y * small.width() + x]);
                sum += Math.min(off, DIFFERENCE_MAX);
            }
        }
        return (double) sum / (columns * rows);
    }

    /// Steps of a prime visit every row once, unless it divides their number.
    private static int leap(int rows) {
        if (rows % 7 != 0) {
            return 7;
        }
        return rows % 11 == 0 ? 13 : 11;
    }
}
