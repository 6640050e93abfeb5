package dev.easel.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/// Reads samples as they stand. [BufferedImage#getRGB] would brighten every grey picture: it takes
/// grey samples for linear light.
final class Raws {

    private static final int OPAQUE = 0xff << 24;

    private Raws() {}

    /// All pixels as `0xAARRGGBB`, turned as the header asks.
    static int[] upright(BufferedImage image, PictureHeader header) throws IOException {
        var stored = header.stored();
        int[] pixels = new int[Math.toIntExact(stored.pixels())];
        int[] row = new int[stored.width()];
        int[] samples = new int[stored.width() * image.getRaster().getNumBands()];
        for (int y = 0; y < stored.height(); y++) {
            image.getRaster().getPixels(0, y, stored.width(), 1, samples);
            if (image.getColorModel() instanceof IndexColorModel palette) {
                lookUp(samples, palette, row);
            } else {
                join(samples, image.getRaster(), row);
            }
            header.orientation().place(row, y, stored, pixels);
        }
        return pixels;
    }

    private static void lookUp(int[] samples, IndexColorModel palette, int[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = palette.getRGB(samples[x]);
        }
    }

    /// One sample is grey, two are grey and alpha, three are red, green and blue, four have alpha.
    private static void join(int[] samples, Raster raster, int[] row) throws IOException {
        int bands = raster.getNumBands();
        int bits = raster.getSampleModel().getSampleSize(0);
        if (bands > 4 || (bits != 8 && bits != 16)) {
            throw new IOException("samples of an unknown kind");
        }
        if (bits == 16) {
            toEightBits(samples);
        }
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        boolean alpha = bands == 2 || bands == 4;
        for (int x = 0, at = 0; x < row.length; x++, at += bands) {
            row[x] =
                    (alpha ? samples[at + bands - 1] << 24 : OPAQUE)
                            | samples[at] << 16
                            | samples[at + green] << 8
                            | samples[at + blue];
        }
    }

    /// The nearest of 256 shades: 65,535 / 255 is 257.
    private static void toEightBits(int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (samples[i] + 128) / 257;
        }
    }
}
