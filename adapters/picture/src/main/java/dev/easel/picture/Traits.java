package dev.easel.picture;

import dev.easel.image.Pixels;
import dev.easel.workflow.Tier;

import java.util.ArrayList;
import java.util.List;

/// What can be told of a photo from its pixels, as words that the Studio and the catalogue use.
final class Traits {

    private static final int WHITE_FROM = 248;
    private static final double WHITE_SHARE = 0.985;
    private static final double RING_SHARE = 0.02;
    private static final double SQUARE_WITHIN = 0.01;

    private Traits() {}

    /// One of `landscape`, `portrait` and `square`, and what else is true of `transparent`,
    /// `white-border` and `small`: smaller than the smallest picture that is made.
    static List<String> of(Pixels pixels) {
        var traits = new ArrayList<String>();
        if (usesAlpha(pixels)) {
            traits.add("transparent");
        } else if (hasWhiteBorder(pixels)) {
            traits.add("white-border");
        }
        traits.add(shape(pixels.size().ratio()));
        if (Math.max(pixels.width(), pixels.height()) < Tier.ONE_K.longSide()) {
            traits.add("small");
        }
        return List.copyOf(traits);
    }

    static boolean usesAlpha(Pixels pixels) {
        for (int argb : pixels.argb()) {
            if (argb >>> 24 != 0xff) {
                return true;
            }
        }
        return false;
    }

    private static String shape(double ratio) {
        if (Math.abs(ratio - 1) <= SQUARE_WITHIN) {
            return "square";
        }
        return ratio > 1 ? "landscape" : "portrait";
    }

    /// True if the ring at the edge, 2 % of the longer side wide, is white but for a few pixels.
    private static boolean hasWhiteBorder(Pixels pixels) {
        int longer = Math.max(pixels.width(), pixels.height());
        int ring = Math.max(1, (int) (RING_SHARE * longer));
        long all = 0;
        long white = 0;
        for (int y = 0; y < pixels.height(); y++) {
            boolean edgeRow = y < ring || y >= pixels.height() - ring;
            for (int x = 0; x < pixels.width(); x++) {
                if (!edgeRow && x == ring && pixels.width() > 2 * ring) {
                    x = pixels.width() - ring;
                }
                all++;
                white += isWhite(pixels.argb(x, y)) ? 1 : 0;
            }
        }
        return white >= all * WHITE_SHARE;
    }

    private static boolean isWhite(int argb) {
        return (argb >> 16 & 0xff) >= WHITE_FROM
                && (argb >> 8 & 0xff) >= WHITE_FROM
                && (argb & 0xff) >= WHITE_FROM;
    }
}
