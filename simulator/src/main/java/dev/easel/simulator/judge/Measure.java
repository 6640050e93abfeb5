package dev.easel.simulator.judge;

import dev.easel.simulator.picture.Colour;
import dev.easel.simulator.picture.Picture;

/// What can be measured on one picture.
final class Measure {

    private static final int BLOCKS = 16;
    private static final int BLOCK = 8;

    private Measure() {}

    static double mean(Picture picture) {
        double sum = 0;
        for (int i = 0; i < picture.size(); i++) {
            sum += Colour.luma(picture.at(i));
        }
        return sum / picture.size();
    }

    /// The liveliest block's standard deviation of brightness: under 4 there is nothing to see, not
    /// even a gradient or noise.
    static double liveliness(Picture picture) {
        var small = picture.scaledTo(BLOCKS * BLOCK, BLOCKS * BLOCK);
        double liveliest = 0;
        for (int block = 0; block < BLOCKS * BLOCKS; block++) {
            liveliest =
                    Math.max(
                            liveliest,
                            deviation(small, block % BLOCKS * BLOCK, block / BLOCKS * BLOCK));
        }
        return liveliest;
    }

    private static double deviation(Picture small, int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < BLOCK * BLOCK; n++) {
            int pixel = small.at(left + n % BLOCK, top + n / BLOCK);
            double luma = Colour.luma(pixel) * Colour.alpha(pixel) / 255;
            sum += luma;
            squares += luma * luma;
        }
        double mean = sum / (BLOCK * BLOCK);
        return Math.sqrt(Math.max(0, squares / (BLOCK * BLOCK) - mean * mean));
    }

    static double transparent(Picture picture) {
        int clear = 0;
        for (int i = 0; i < picture.size(); i++) {
            clear += Colour.alpha(picture.at(i)) < 32 ? 1 : 0;
        }
        return clear / (double) picture.size();
    }

    /// The share of a thin ring along the edge that is as bright as `least` in every channel. The
    /// bottom edge is left out: a subject may stand on it.
    static double brightRing(Picture picture, int least) {
        var small = picture.within(256);
        int margin = Math.max(1, Math.min(small.width(), small.height()) / 40);
        int looked = 0;
        int bright = 0;
        for (int i = 0; i < small.size(); i++) {
            int x = i % small.width();
            if (x < margin || x >= small.width() - margin || i / small.width() < margin) {
                looked++;
                int pixel = small.at(i);
                int darkest =
                        Math.min(
                                Colour.red(pixel),
                                Math.min(Colour.green(pixel), Colour.blue(pixel)));
                bright += darkest >= least && Colour.alpha(pixel) > 250 ? 1 : 0;
            }
        }
        return bright / (double) looked;
    }
}
