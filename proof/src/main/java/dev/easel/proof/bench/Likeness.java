package dev.easel.proof.bench;

import dev.easel.image.Pixels;

/// The two figures by which pictures are usually compared as a whole, on lightness: what the judges
/// have to be better than.
///
/// @param psnr peak signal to noise in decibels; 99 for the same picture
/// @param ssim mean structural similarity of blocks, from -1 to 1
record Likeness(double psnr, double ssim) {

    private static final int LONGER_SIDE = 512;
    private static final int BLOCK = 8;
    private static final double PSNR_MAX = 99;
    private static final double C1 = 6.5025;
    private static final double C2 = 58.5225;

    /// A picture's lightness at the size that it is compared at.
    @SuppressWarnings("ArrayRecordComponent")
    record Grey(int width, int height, float[] levels) {

        static Grey of(Pixels pixels) {
            double scale = (double) LONGER_SIDE / Math.max(pixels.width(), pixels.height());
            return of(
                    pixels,
                    Math.max(BLOCK, (int) Math.round(pixels.width() * scale)),
                    Math.max(BLOCK, (int) Math.round(pixels.height() * scale)));
        }

        /// Averages over areas; what is clear counts as white.
        static Grey of(Pixels pixels, int width, int height) {
            float[] levels = new float[width * height];
            for (int y = 0; y < height; y++) {
                int top = (int) ((long) y * pixels.height() / height);
                int bottom = (int) Math.max(top + 1, (y + 1L) * pixels.height() / height);
                for (int x = 0; x < width; x++) {
                    int left = (int) ((long) x * pixels.width() / width);
                    int right = (int) Math.max(left + 1, (x + 1L) * pixels.width() / width);
                    levels[y * width + x] = mean(pixels, left, top, right, bottom);
                }
            }
            return new Grey(width, height, levels);
        }

        private static float mean(Pixels pixels, int left, int top, int right, int bottom) {
            float sum = 0;
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int argb = pixels.argb(x, y);
                    float alpha = (argb >>> 24) / 255f;
                    sum += alpha * Pixels.luma(argb) + 255 * (1 - alpha);
                }
            }
            return sum / ((right - left) * (bottom - top));
        }
    }

    static Likeness of(Grey photo, Pixels output) {
        var other = Grey.of(output, photo.width, photo.height);
        return new Likeness(psnr(photo, other), ssim(photo, other));
    }

    private static double psnr(Grey one, Grey other) {
        double squares = 0;
        for (int i = 0; i < one.levels.length; i++) {
            double off = one.levels[i] - other.levels[i];
            squares += off * off;
        }
        double mean = squares / one.levels.length;
        return mean == 0 ? PSNR_MAX : Math.min(PSNR_MAX, 10 * Math.log10(255 * 255 / mean));
    }

    private static double ssim(Grey one, Grey other) {
        double sum = 0;
        int blocks = 0;
        for (int y = 0; y + BLOCK <= one.height; y += BLOCK) {
            for (int x = 0; x + BLOCK <= one.width; x += BLOCK) {
                sum += block(one, other, y * one.width + x);
                blocks++;
            }
        }
        return sum / blocks;
    }

    private static double block(Grey one, Grey other, int start) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = 0; y < BLOCK; y++) {
            for (int x = 0; x < BLOCK; x++) {
                double first = one.levels[start + y * one.width + x];
                double second = other.levels[start + y * one.width + x];
                a += first;
                b += second;
                aa += first * first;
                bb += second * second;
                ab += first * second;
            }
        }
        double n = BLOCK * BLOCK;
        double meanA = a / n;
        double meanB = b / n;
        double covariance = ab / n - meanA * meanB;
        double variances = aa / n - meanA * meanA + bb / n - meanB * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (variances + C2));
    }
}
