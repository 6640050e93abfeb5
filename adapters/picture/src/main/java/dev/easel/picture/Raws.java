package dev.easel.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
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
            if (image.getColorModel() instanceof IndexColorModel palette) {
                image.getRaster().getPixels(0, y, stored.width(), 1, samples);
                lookUp(samples, palette, row);
            } else if (!joinBytes(image.getRaster(), y, row)) {
                image.getRaster().getPixels(0, y, stored.width(), 1, samples);
                join(samples, image.getRaster(), row);
            }
            header.orientation().place(row, y, stored, pixels);
        }
        return pixels;
    }

    /// Straight from the bytes of grey, or of red, green, blue and alpha in whatever order, as all
    /// but rare readers hold them: five times as fast. False where they are held otherwise.
    private static boolean joinBytes(Raster raster, int y, int[] row) {
        if (!(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
                || !(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || raster.getParent() != null
                || buffer.getNumBanks() != 1) {
            return false;
        }
        byte[] bytes = buffer.getData();
        int[] offsets = model.getBandOffsets();
        int step = model.getPixelStride();
        int at = buffer.getOffset() + y * model.getScanlineStride();
        switch (model.getNumBands()) {
            case 1 -> opaque(bytes, at, step, new int[] {offsets[0], offsets[0], offsets[0]}, row);
            case 3 -> opaque(bytes, at, step, offsets, row);
            case 4 -> clear(bytes, at, step, offsets, row);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void clear(byte[] bytes, int start, int step, int[] offsets, int[] row) {
        for (int x = 0, at = start; x < row.length; x++, at += step) {
            row[x] =
                    (bytes[at + offsets[3]] & 0xff) << 24
                            | (bytes[at + offsets[0]] & 0xff) << 16
                            | (bytes[at + offsets[1]] & 0xff) << 8
                            | (bytes[at + offsets[2]] & 0xff);
        }
    }

    private static void opaque(byte[] bytes, int start, int step, int[] offsets, int[] row) {
        int red = start + offsets[0];
        int green = start + offsets[1];
        int blue = start + offsets[2];
        for (int x = 0, at = 0; x < row.length; x++, at += step) {
            row[x] =
                    OPAQUE
                            | (bytes[red + at] & 0xff) << 16
                            | (bytes[green + at] & 0xff) << 8
                            | (bytes[blue + at] & 0xff);
        }
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
