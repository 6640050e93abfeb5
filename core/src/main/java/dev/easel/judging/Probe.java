package dev.easel.judging;

import dev.easel.image.Pixels;

/// Reads a picture at native resolution, also between its pixels.
final class Probe {

    /// Positions between two pixels are told in sixteenths.
    private static final int PARTS = 16;

    private final Pixels pixels;
    private final boolean clear;

    /// @param clear whether the picture can be seen through; colours then weigh as much as they can
    /// be seen
    Probe(Pixels pixels, boolean clear) {
        this.pixels = pixels;
        this.clear = clear;
    }

    boolean isClear() {
        return clear;
    }

    int width() {
        return pixels.width();
    }

    int height() {
        return pixels.height();
    }

    /// `0xAARRGGBB`, mixed from the four pixels around; beyond the frame, its edge is repeated.
    int at(double x, double y) {
        double column = Math.clamp(x, 0, Math.max(0, pixels.width() - 1.001));
        double row = Math.clamp(y, 0, Math.max(0, pixels.height() - 1.001));
        int right = (int) ((column - (int) column) * PARTS);
        int down = (int) ((row - (int) row) * PARTS);
        int nextX = Math.min((int) column + 1, pixels.width() - 1);
        int nextY = Math.min((int) row + 1, pixels.height() - 1);
        int a = pixel((int) column, (int) row);
        int b = pixel(nextX, (int) row);
        int c = pixel((int) column, nextY);
        int d = pixel(nextX, nextY);
        int ofA = (PARTS - right) * (PARTS - down);
        int ofB = right * (PARTS - down);
        int ofC = (PARTS - right) * down;
        int ofD = right * down;
        return clear
                ? mix(a, b, c, d, ofA, ofB, ofC, ofD)
                : 0xff000000
                        | channel(a, b, c, d, ofA, ofB, ofC, ofD, 16) << 16
                        | channel(a, b, c, d, ofA, ofB, ofC, ofD, 8) << 8
                        | channel(a, b, c, d, ofA, ofB, ofC, ofD, 0);
    }

    private int pixel(int x, int y) {
        int argb = pixels.argb(x, y);
        return clear || argb >>> 24 == 255 ? argb : overWhite(argb);
    }

    /// Under what is clear may lie anything.
    private static int overWhite(int argb) {
        int alpha = argb >>> 24;
        int white = 255 * (255 - alpha) + 127;
        int red = ((argb >> 16 & 0xff) * alpha + white) / 255;
        int green = ((argb >> 8 & 0xff) * alpha + white) / 255;
        int blue = ((argb & 0xff) * alpha + white) / 255;
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    /// How much of the subject is there, from 0 to 255: its opacity, or how far it is from white.
    double cover(double x, double y) {
        int argb = at(x, y);
        return clear ? argb >>> 24 : 255 - darkest(argb);
    }

    private static int darkest(int argb) {
        return Math.min(argb >> 16 & 0xff, Math.min(argb >> 8 & 0xff, argb & 0xff));
    }

    /// The furthest that any of red, green and blue are apart.
    static int distance(int a, int b) {
        return Math.max(
                Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff)),
                Math.max(
                        Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff)),
                        Math.abs((a & 0xff) - (b & 0xff))));
    }

    private static int channel(
            int a, int b, int c, int d, int ofA, int ofB, int ofC, int ofD, int shift) {
        int sum =
                (a >> shift & 0xff) * ofA
                        + (b >> shift & 0xff) * ofB
                        + (c >> shift & 0xff) * ofC
                        + (d >> shift & 0xff) * ofD;
        return (sum + 128) >> 8;
    }

    private static int mix(int a, int b, int c, int d, int ofA, int ofB, int ofC, int ofD) {
        int seenA = ofA * (a >>> 24);
        int seenB = ofB * (b >>> 24);
        int seenC = ofC * (c >>> 24);
        int seenD = ofD * (d >>> 24);
        int seen = seenA + seenB + seenC + seenD;
        if (seen < 256) {
            return 0;
        }
        int mixed = (seen >> 8) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum =
                    (a >> shift & 0xff) * seenA
                            + (b >> shift & 0xff) * seenB
                            + (c >> shift & 0xff) * seenC
                            + (d >> shift & 0xff) * seenD;
            mixed |= (sum / seen) << shift;
        }
        return mixed;
    }
}
