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
/// @param pure the same through what is as good as white, so that pale subjects stay whole
record WhiteBackground(
        double ringWhite,
        double subject,
        double leftover,
        List<Part> leftovers,
        Region pale,
        Region pure) {

    /// Compression leaves white at 248 or more; the half is for what averaging rounds off.
    private static final int WHITE_FROM = 247 * Planes.LEVEL + Planes.LEVEL / 2;

    /// What a background that was meant to be white may have; the subject's edge is darker.
    private static final int PALE_FROM = 229 * Planes.LEVEL;

    private static final int PURE_FROM = 244 * Planes.LEVEL;

    private static final double RING_DEPTH = 0.02;

    /// A subject that the frame cuts off may cover so much of the ring; more of it is background
    /// that was left.
    private static final double CUT_OFF_MAX = 1.0 / 3;

    static WhiteBackground of(Planes planes) {
        int width = planes.width();
        int height = planes.height();
        short[] darkest = planes.darkest();
        var pale = Region.where(width, height, i -> darkest[i] >= PALE_FROM).fromFrame();
        var pure = Region.where(width, height, i -> darkest[i] >= PURE_FROM).fromFrame();
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
                pure);
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
