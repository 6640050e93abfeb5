package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.judging.Contour.Normal;

import org.jspecify.annotations.Nullable;

/// Looks across the edge of a cut-out subject, in its output and in its photo, along one normal.
///
/// Distances run outwards from the output's edge, in units of the photo: its pixels, or more of
/// them where it has many.
final class Rim {

    private static final double HALF_OPAQUE = 127.5;

    /// So far into the subject, and so far out, the photo is looked at.
    private static final int INWARDS = 27;

    private static final int OUTWARDS = 7;
    private static final int LENGTH = INWARDS + OUTWARDS + 1;

    /// The output is looked at from here inwards, in steps.
    private static final double START = 9;

    private static final double STEP = 0.75;
    private static final int STEPS = 32;

    /// Cover above it is no longer background.
    private static final int COVERED_ABOVE = 26;

    /// The subject's full cover is the highest of so many steps; an edge that takes more of them
    /// to get half there is a shadow.
    private static final int PEAK_STEPS = 5;

    private static final int SHARP_STEPS = 4;

    /// A pale fringe is a ledge before the edge: it begins as steeply as no shadow does, and so many
    /// steps before half of the full cover is there.
    private static final int LEDGE_STEPS = 3;

    private static final int LEDGE_RISE = 18;

    /// Three times the step in levels. An edge of the photo must have the first; its outermost one
    /// counts that has the second and half of the strongest.
    private static final int STRONGEST_MIN = 44;

    private static final int EDGE_MIN = 36;

    /// Photos of more pixels than this on their longer side are looked at in larger steps.
    private static final double UNIT_SIDE = 1100;

    private static final int PARTIAL_FROM = 30;
    private static final int PARTIAL_TO = 225;
    private static final int FOREIGN_FROM = 50;
    private static final int COPIED_BELOW = 26;

    private final Probe photo;
    private final Probe output;
    private final Alignment alignment;

    /// Pixels of the photo per working sample, and of the output per pixel of the photo.
    private final double sampleX;

    private final double sampleY;
    private final double scaleX;
    private final double scaleY;

    /// Pixels of the photo per unit.
    final double unit;

    Rim(Probe photo, Probe output, Alignment alignment) {
        this.photo = photo;
        this.output = output;
        this.alignment = alignment;
        this.sampleX = (double) photo.width() / alignment.planes().width();
        this.sampleY = (double) photo.height() / alignment.planes().height();
        this.scaleX = (double) output.width() / photo.width();
        this.scaleY = (double) output.height() / photo.height();
        this.unit = Math.max(1, Math.max(photo.width(), photo.height()) / UNIT_SIDE);
    }

    /// What was seen along one normal.
    ///
    /// @param offset where the photo's own edge lies: 0 where the output's does, -4 if the output
    /// cut 4 units too far out
    /// @param lightness of the output halfway between the two, from 0 to 255
    /// @param contaminated old background was copied under soft alpha
    record Look(Normal normal, double offset, int lightness, boolean contaminated) {}

    /// From samples to pixels of the output.
    Box box(double fromX, double fromY, double toX, double toY) {
        double x = sampleX * scaleX;
        double y = sampleY * scaleY;
        int left = (int) (fromX * x);
        int top = (int) (fromY * y);
        return new Box(
                left,
                top,
                Math.max(1, (int) Math.ceil(toX * x) - left),
                Math.max(1, (int) Math.ceil(toY * y) - top));
    }

    /// Absent where one of the two edges cannot be told.
    @Nullable Look along(Normal normal) {
        double x = normal.x() * sampleX;
        double y = normal.y() * sampleY;
        double dx = normal.towardsX() * unit;
        double dy = normal.towardsY() * unit;
        double edge = coverEdge(output, x * scaleX, y * scaleY, dx * scaleX, dy * scaleY);
        if (Double.isNaN(edge)) {
            return null;
        }
        double atX = x + dx * edge;
        double atY = y + dy * edge;
        double photoX = atX - alignment.dx() * sampleX;
        double photoY = atY - alignment.dy() * sampleY;
        int[] before = new int[LENGTH];
        for (int k = 0; k < LENGTH; k++) {
            int t = k - INWARDS;
            before[k] = photo.at(photoX + dx * t - 0.5, photoY + dy * t - 0.5);
        }
        // A photo that stands on white already is looked at in the same way as the output.
        double covered = coverEdge(photo, photoX, photoY, dx, dy);
        double offset = Double.isNaN(covered) ? photoEdge(before) : covered;
        if (Double.isNaN(offset)) {
            return null;
        }
        double halfway = offset / 2;
        int between = out(atX + dx * halfway, atY + dy * halfway);
        return new Look(
                normal,
                offset,
                Pixels.luma(between),
                isContaminated(before, offset, atX, atY, dx, dy));
    }

    /// Where cover crosses half of what it reaches, seen from here; NaN where something lies
    /// outside, nothing inside, or a shadow between.
    private static double coverEdge(Probe probe, double x, double y, double dx, double dy) {
        double[] cover = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            double t = START - k * STEP;
            cover[k] = probe.cover(x + dx * t - 0.5, y + dy * t - 0.5);
        }
        if (cover[0] > COVERED_ABOVE - 2 || cover[1] > COVERED_ABOVE - 2) {
            return Double.NaN;
        }
        for (int k = 2; k < STEPS - PEAK_STEPS - 1; k++) {
            if (cover[k] > COVERED_ABOVE) {
                return probe.isClear() ? crossing(cover, k, HALF_OPAQUE) : coverEdge(cover, k);
            }
        }
        return Double.NaN;
    }

    private static double coverEdge(double[] cover, int first) {
        double peak = cover[first];
        for (int k = first + 1; k <= first + PEAK_STEPS; k++) {
            peak = Math.max(peak, cover[k]);
        }
        int last = first;
        while (last < STEPS - 1 && cover[last] < peak / 2) {
            last++;
        }
        if (last - first >= LEDGE_STEPS && rises(cover, first) >= LEDGE_RISE) {
            return crossing(cover, first - 1, Math.max(cover[first], cover[first + 1]) / 2);
        }
        return last - first > SHARP_STEPS ? Double.NaN : crossing(cover, first, peak / 2);
    }

    /// Where cover comes to `half`, looked for from `first` on.
    private static double crossing(double[] cover, int first, double half) {
        int k = first;
        while (k < STEPS - 1 && cover[k] < half) {
            k++;
        }
        double rise = cover[k] - cover[k - 1];
        double back = rise > 1e-6 ? (cover[k] - half) / rise : 0;
        return START - (k - back) * STEP;
    }

    private static double rises(double[] cover, int k) {
        return cover[k + 1] - cover[k - 1];
    }

    /// The outermost edge of the photo itself that is strong enough, from the output's edge; NaN
    /// where there is none.
    private static double photoEdge(int[] before) {
        int[] steps = new int[LENGTH];
        int strongest = 0;
        for (int k = 2; k < LENGTH - 1; k++) {
            steps[k] = step(before, k);
            if (k >= 3 && k <= INWARDS + 5) {
                strongest = Math.max(strongest, steps[k]);
            }
        }
        if (strongest < STRONGEST_MIN) {
            return Double.NaN;
        }
        int enough = Math.max(EDGE_MIN, strongest / 2);
        for (int k = INWARDS + 4; k >= 3; k--) {
            if (steps[k] >= enough && steps[k] >= steps[k - 1] && steps[k] >= steps[k + 1]) {
                double bend = steps[k - 1] - 2.0 * steps[k] + steps[k + 1];
                double part = bend < 0 ? 0.5 * (steps[k - 1] - steps[k + 1]) / bend : 0;
                return k - 0.5 - INWARDS + part;
            }
        }
        return Double.NaN;
    }

    /// Three times the step between two places, over four of them, in the channel where it is
    /// highest.
    private static int step(int[] argb, int k) {
        int highest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int rise =
                    2 * (argb[k - 1] >> shift & 0xff)
                            + (argb[k - 2] >> shift & 0xff)
                            - 2 * (argb[k] >> shift & 0xff)
                            - (argb[k + 1] >> shift & 0xff);
            highest = Math.max(highest, Math.abs(rise));
        }
        return highest;
    }

    private boolean isContaminated(
            int[] before, double offset, double atX, double atY, double dx, double dy) {
        int subject = out(atX - 6 * dx, atY - 6 * dy);
        for (int t = -4; t < 6; t++) {
            int after = out(atX + dx * t, atY + dy * t);
            int alpha = after >>> 24;
            boolean partial = alpha >= PARTIAL_FROM && alpha <= PARTIAL_TO;
            if (partial
                    && t >= offset + 1
                    && Probe.distance(subject, before[t + INWARDS]) >= FOREIGN_FROM
                    && Probe.distance(after, before[t + INWARDS]) < COPIED_BELOW) {
                return true;
            }
        }
        return false;
    }

    private int out(double x, double y) {
        return output.at(x * scaleX - 0.5, y * scaleY - 0.5);
    }
}
