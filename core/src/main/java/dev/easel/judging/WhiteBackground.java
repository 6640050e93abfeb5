package dev.easel.judging;

import dev.easel.judging.Region.Part;

import java.util.List;

/// What surrounds the subject on a picture that should stand on white.
///
/// @param ringWhite the share of the ring at the frame that is white, the subject's own part of it
/// left out
/// @param subject the share of the picture that is not background
/// @param leftover the share of that which is not the subject: other parts that touch the frame
/// @param leftovers those parts
/// @param pale what can be reached from the frame through what is nearly white: up to the subject's
/// edge
/// @param around the same through what is as good as white, and through the soft grey of a shadow
/// on it: what is not the subject
record WhiteBackground(
        double ringWhite,
        double subject,
        double leftover,
        List<Part> leftovers,
        Region pale,
        Region around) {

    /// Compression leaves white at 248 or more; the half is for what averaging rounds off.
    private static final int WHITE_FROM = 247 * Planes.LEVEL + Planes.LEVEL / 2;

    /// What a background that was meant to be white may have; the subject's edge is darker.
    private static final int PALE_FROM = 229 * Planes.LEVEL;

    private static final int PURE_FROM = 244 * Planes.LEVEL;

    private static final int SHADOW_FROM = 150 * Planes.LEVEL;
    private static final int TINT_MAX = 4 * Planes.LEVEL;

    /// Over two samples.
    private static final int SLOPE_MAX = 20 * Planes.LEVEL;

    private static final double RING_DEPTH = 0.02;

    /// A subject that the frame cuts off may cover so much of the ring; more of it is background
    /// that was left.
    private static final double CUT_OFF_MAX = 1.0 / 3;

    static WhiteBackground of(Planes planes) {
        int width = planes.width();
        int height = planes.height();
        short[] darkest = planes.darkest();
        var pale = Region.where(width, height, i -> darkest[i] >= PALE_FROM).fromFrame();
        var around =
                Region.where(width, height, i -> darkest[i] >= PURE_FROM || isShadow(planes, i))
                        .fromFrame();
        var rest = pale.not().majority();
        var parts = rest.parts();
        int depth = Math.max(3, (int) (RING_DEPTH * Planes.LONGER_SIDE));
        var ring = Region.ring(width, height, depth);
        var counted = parts.isEmpty() ? ring : withoutSubject(ring, rest, parts.getFirst());
        var white = Region.where(width, height, i -> darkest[i] >= WHITE_FROM);
        var leftovers =
                parts.stream().skip(1).filter(part -> touchesFrame(part, width, height)).toList();
        int left = leftovers.stream().mapToInt(Part::area).sum();
        return new WhiteBackground(
                (double) counted.and(white).count() / Math.max(1, counted.count()),
                rest.share(),
                (double) left / Math.max(1, rest.count()),
                leftovers,
                pale,
                around);
    }

    /// Grey, not dark, and nowhere steep: a subject ends at an edge.
    private static boolean isShadow(Planes planes, int i) {
        boolean grey =
                planes.darkest()[i] >= SHADOW_FROM
                        && Math.abs(planes.blue()[i]) <= TINT_MAX
                        && Math.abs(planes.red()[i]) <= TINT_MAX;
        int x = i % planes.width();
        int y = i / planes.width();
        boolean inside = x > 0 && y > 0 && x < planes.width() - 1 && y < planes.height() - 1;
        return grey
                && inside
                && Math.abs(planes.luma()[i + 1] - planes.luma()[i - 1]) <= SLOPE_MAX
                && Math.abs(planes.luma()[i + planes.width()] - planes.luma()[i - planes.width()])
                        <= SLOPE_MAX;
    }

    private static Region withoutSubject(Region ring, Region rest, Part subject) {
        // A little more than the subject itself, for its soft edge.
        var body = rest.only(subject).dilate(4);
        var kept = ring.and(body.not());
        return kept.count() >= (1 - CUT_OFF_MAX) * ring.count() ? kept : ring;
    }

    /// Within two samples: the frame's own samples have no neighbours to form a majority with.
    private static boolean touchesFrame(Part part, int width, int height) {
        return part.left() <= 2
                || part.top() <= 2
                || part.right() >= width - 3
                || part.bottom() >= height - 3;
    }
}
