package dev.easel.picture;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Warning;
import dev.easel.image.Pixels;
import dev.easel.image.Size;

import java.util.ArrayList;
import java.util.List;

/// What makes a mask fit to spend money on, and how its shades become paint.
///
/// Where all that is visible of a mask has one colour and its alpha varies, it is a stroke on a
/// transparent sheet: alpha is the paint. In every other mask lightness is the paint, and what is
/// transparent is not painted.
final class MaskRules {

    /// A pixel with more paint than this is painted.
    private static final int PAINTED_ABOVE = 127;

    /// Between these two a pixel is neither painted nor not.
    private static final int BLACK_UP_TO = 16;

    private static final int WHITE_FROM = 239;
    private static final double SOFT_SHARE_MAX = 0.05;

    private static final long PAINTED_MIN = 64;
    private static final double COVERAGE_MAX = 0.98;
    private static final double TINY_BELOW = 0.0005;
    private static final double NEARLY_FULL_ABOVE = 0.60;

    /// Visible enough to have a colour; fainter edges of a stroke are rounded off.
    private static final int VISIBLE_FROM = 128;

    private static final int SAME_COLOUR_WITHIN = 8;

    private MaskRules() {}

    static void requireSize(Size mask, Size photo) {
        if (!mask.equals(photo)) {
            refuse(
                    "mask-size",
                    "The mask is %s pixels and the photo is %s. Paint the mask on the photo itself."
                            .formatted(mask, photo),
                    0);
        }
    }

    /// 255 where painted, 0 elsewhere; refuses what would make the job meaningless.
    static byte[] binary(Pixels mask) {
        boolean byAlpha = isStroke(mask.argb());
        byte[] binary = new byte[mask.argb().length];
        long soft = 0;
        long painted = 0;
        for (int i = 0; i < binary.length; i++) {
            int paint = paint(mask.argb()[i], byAlpha);
            soft += paint > BLACK_UP_TO && paint < WHITE_FROM ? 1 : 0;
            if (paint > PAINTED_ABOVE) {
                painted++;
                binary[i] = (byte) 255;
            }
        }
        require(soft, painted, binary.length);
        return binary;
    }

    static double coverage(byte[] binary) {
        long painted = 0;
        for (byte value : binary) {
            painted += value == 0 ? 0 : 1;
        }
        return (double) painted / binary.length;
    }

    static List<Warning> warnings(double coverage) {
        var warnings = new ArrayList<Warning>();
        if (coverage < TINY_BELOW) {
            warnings.add(
                    new Warning(
                            "mask-tiny",
                            "Very little is painted. If that was a slip of the brush, paint"
                                    + " again."));
        }
        if (coverage > NEARLY_FULL_ABOVE) {
            warnings.add(
                    new Warning(
                            "mask-nearly-full",
                            "Most of the photo is painted. If you meant the rest of it, invert the"
                                    + " mask."));
        }
        return warnings;
    }

    private static void require(long soft, long painted, int all) {
        double coverage = (double) painted / all;
        if (soft > all * SOFT_SHARE_MAX) {
            refuse(
                    "mask-not-binary",
                    "The mask is full of shades between black and white. Paint it with a hard"
                            + " brush: white where something should change, black elsewhere.",
                    coverage);
        }
        if (painted == 0) {
            refuse("mask-empty", "Nothing is painted. Paint over what should change.", coverage);
        }
        if (painted < PAINTED_MIN) {
            refuse(
                    "mask-empty",
                    "Only %d pixels are painted. Paint over all that should change."
                            .formatted(painted),
                    coverage);
        }
        if (coverage > COVERAGE_MAX) {
            refuse(
                    "mask-full",
                    "The whole photo is painted, so nothing of it would stay. Paint only over what"
                            + " should change.",
                    coverage);
        }
    }

    private static void refuse(String code, String reason, double coverage) {
        throw new FailureException(new Failure.MaskRefused(code, reason, coverage));
    }

    private static int paint(int argb, boolean byAlpha) {
        int alpha = argb >>> 24;
        return byAlpha ? alpha : Pixels.luma(argb) * alpha / 255;
    }

    private static boolean isStroke(int[] argb) {
        boolean varies = false;
        int colour = -1;
        for (int pixel : argb) {
            varies |= pixel >>> 24 != argb[0] >>> 24;
            if (pixel >>> 24 >= VISIBLE_FROM) {
                if (colour >= 0 && !isSame(colour, pixel)) {
                    return false;
                }
                colour = pixel & 0xffffff;
            }
        }
        return varies;
    }

    private static boolean isSame(int colour, int pixel) {
        return Math.abs((colour >> 16 & 0xff) - (pixel >> 16 & 0xff)) <= SAME_COLOUR_WITHIN
                && Math.abs((colour >> 8 & 0xff) - (pixel >> 8 & 0xff)) <= SAME_COLOUR_WITHIN
                && Math.abs((colour & 0xff) - (pixel & 0xff)) <= SAME_COLOUR_WITHIN;
    }
}
