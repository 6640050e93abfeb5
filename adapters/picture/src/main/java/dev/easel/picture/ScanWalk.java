package dev.easel.picture;

import java.util.Arrays;
import java.util.List;

/// Walks the coded blocks of one scan.
final class ScanWalk {

    private static final int BLOCK = 64;

    /// The mean of a block differs from the one before by at most 11 bits, any other coefficient
    /// has at most 10.
    private static final int DC_BITS_MAX = 11;

    private static final int AC_BITS_MAX = 10;

    /// A hole in a file is filled with zeros, and zeros are the code of the smallest coefficient, a
    /// minus sign, and the same again. Of 500 good pictures, one had 18 of them in a row, and none
    /// of 22, which is what eight bytes of zeros need that are no hole.
    private static final int MINUS_ONES_MAX = 16;

    /// Sixteen zeros.
    private static final int LONG_RUN = 15;

    /// Eight times the range of a sample, and a little for what encoders round.
    private static final int DC_RANGE = 8 * 1100;

    private final BitFeed bits;
    private final List<Part> parts;
    private final int restartInterval;
    private final int[] means;

    /// One component of the scan.
    ///
    /// @param blocks in each unit
    /// @param quantiser what one step of a block's mean is worth
    record Part(CodeTable dc, CodeTable ac, int blocks, int quantiser) {}

    ScanWalk(byte[] bytes, int from, List<Part> parts, int restartInterval) {
        this.bits = new BitFeed(bytes, from);
        this.parts = parts;
        this.restartInterval = restartInterval;
        this.means = new int[parts.size()];
    }

    /// Where the next marker stands after so many units; -1 if the codes do not make them.
    int walk(int units) {
        for (int unit = 0; unit < units; unit++) {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
                if (!bits.restart((unit / restartInterval - 1) & 7)) {
                    return -1;
                }
                Arrays.fill(means, 0);
            }
            if (!unit()) {
                return -1;
            }
        }
        return bits.end();
    }

    private boolean unit() {
        for (int i = 0; i < parts.size(); i++) {
            for (int block = 0; block < parts.get(i).blocks; block++) {
                if (!block(i)) {
                    return false;
                }
            }
        }
        return !bits.isExhausted();
    }

    private boolean block(int index) {
        var part = parts.get(index);
        int length = bits.code(part.dc);
        if (length < 0 || length > DC_BITS_MAX) {
            return false;
        }
        means[index] += bits.difference(length);
        int limit = DC_RANGE / Math.max(1, part.quantiser) + 2;
        return Math.abs(means[index]) <= limit && coefficients(part.ac);
    }

    private boolean coefficients(CodeTable table) {
        int at = 1;
        int minusOnes = 0;
        while (at < BLOCK) {
            int code = bits.code(table);
            if (code < 0) {
                return false;
            }
            int run = code >> 4;
            int length = code & 15;
            if (length == 0 && run != LONG_RUN) {
                // The rest is zero; other runs of blocks belong to progressive pictures.
                return run == 0;
            }
            at += run + 1;
            if (at > BLOCK || length > AC_BITS_MAX) {
                return false;
            }
            int value = bits.difference(length);
            minusOnes = run == 0 && value == -1 ? minusOnes + 1 : 0;
            if (minusOnes >= MINUS_ONES_MAX && bits.isAtHole()) {
                return false;
            }
        }
        return true;
    }
}
