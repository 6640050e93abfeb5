package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;

import org.jspecify.annotations.Nullable;

/// The grey that decoders put where coded pixels are missing. A model that was handed half a file
/// hands it on, and the new file is sound.
final class GreyTail {

    /// What a JPEG decoder makes of nothing.
    private static final int GREY = 128;

    private static final int WITHIN = 2;

    /// The coded blocks are this high, or twice.
    private static final int BLOCK = 8;

    private GreyTail() {}

    /// How many rows at the foot are that grey from side to side; 0 where it is not the end of a
    /// block, or where the photo ends in the same.
    static int rows(Pixels output, @Nullable Pixels photo) {
        int rows = rows(output);
        boolean wholeBlocks = (output.height() - rows) % BLOCK == 0 && rows < output.height();
        boolean before = photo != null && rows(photo) >= BLOCK;
        return rows >= BLOCK && wholeBlocks && !before ? rows : 0;
    }

    static Box box(Pixels output, int rows) {
        return new Box(0, output.height() - rows, output.width(), rows);
    }

    private static int rows(Pixels pixels) {
        int y = pixels.height() - 1;
        while (y >= 0 && isGrey(pixels, y)) {
            y--;
        }
        return pixels.height() - 1 - y;
    }

    private static boolean isGrey(Pixels pixels, int y) {
        for (int x = 0; x < pixels.width(); x++) {
            int argb = pixels.argb(x, y);
            if (isOff(argb >> 16 & 0xff) || isOff(argb >> 8 & 0xff) || isOff(argb & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOff(int channel) {
        return Math.abs(channel - GREY) > WITHIN;
    }
}
