package dev.easel.judging;

import dev.easel.image.Pixels;

/// How much of a picture can be seen through.
///
/// @param clear the wholly clear share, from 0 to 1
/// @param partial the share that is neither clear nor opaque
/// @param corners how many corners are clear
/// @param oneSided of two clear corners: true if they lie on one side, as when the frame cuts a
/// subject off on the other
record Transparency(double clear, double partial, int corners, boolean oneSided) {

    private static final int CLEAR_BELOW = 8;
    private static final int HALF_OPAQUE = 128;
    private static final int OPAQUE_ABOVE = 247;

    /// Less than this is no background.
    private static final double USED_FROM = 0.02;

    static Transparency of(Pixels pixels) {
        long clear = 0;
        long partial = 0;
        for (int argb : pixels.argb()) {
            int alpha = argb >>> 24;
            clear += alpha < CLEAR_BELOW ? 1 : 0;
            partial += alpha >= CLEAR_BELOW && alpha <= OPAQUE_ABOVE ? 1 : 0;
        }
        double all = pixels.argb().length;
        int inset = Math.min(pixels.width(), pixels.height()) / 100;
        int right = pixels.width() - 1 - inset;
        int bottom = pixels.height() - 1 - inset;
        boolean a = isClear(pixels, inset, inset);
        boolean b = isClear(pixels, right, inset);
        boolean c = isClear(pixels, inset, bottom);
        boolean d = isClear(pixels, right, bottom);
        int corners = (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0);
        // Of two clear corners, those across from each other are both clear or both not.
        return new Transparency(clear / all, partial / all, corners, a != d);
    }

    /// What can be reached from the frame through what is more clear than opaque.
    static Region background(Planes planes) {
        short[] alpha = planes.alpha();
        return Region.where(
                        planes.width(), planes.height(), i -> alpha[i] < HALF_OPAQUE * Planes.LEVEL)
                .fromFrame();
    }

    /// True if there is a clear background at all.
    boolean isUsed() {
        return clear >= USED_FROM;
    }

    private static boolean isClear(Pixels pixels, int x, int y) {
        return pixels.argb(x, y) >>> 24 < CLEAR_BELOW;
    }
}
