package dev.easel.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/// Inks on paper (CMYK), as print shops keep their photos, turned into light (sRGB).
///
/// The JDK decodes the four samples of such a JPEG and leaves their meaning open: with Adobe's marker
/// they are upside down, 255 being no ink; with its transform 2 the first three are YCbCr besides.
///
/// @param adobe Adobe's marker is there
/// @param ycc the first three samples are YCbCr of the inks
/// @param profile what the inks look like; without one they are taken for ideal inks, as CSS Color 5
///     ("naively converting between uncalibrated CMYK and sRGB") and browsers do
record PrintColours(boolean adobe, boolean ycc, Optional<ICC_ColorSpace> profile) {

    static final int INKS = 4;

    private static final int FULL = 255;
    private static final int OPAQUE = 0xff000000;

    /// @param icc the embedded profile; one that cannot be used or is not of four inks is as good as
    ///     none
    static PrintColours of(boolean adobe, boolean ycc, Optional<byte[]> icc) {
        return new PrintColours(adobe, ycc, icc.flatMap(PrintColours::space));
    }

    private static Optional<ICC_ColorSpace> space(byte[] icc) {
        try {
            var space = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
            // Asked once here, so that a profile that cannot be used is found before a pixel is
            // touched.
            return space.getType() == ColorSpace.TYPE_CMYK
                            && space.toRGB(new float[INKS]).length == 3
                    ? Optional.of(space)
                    : Optional.empty();
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /// All pixels as `0xAARRGGBB`, turned as the header asks. A row at a time, to keep the copies
    /// small.
    int[] upright(Raster samples, PictureHeader header) {
        var stored = header.stored();
        int[] pixels = new int[Math.toIntExact(stored.pixels())];
        int[] row = new int[stored.width()];
        int[] inks = new int[stored.width() * INKS];
        var toLight = profile.map(space -> new Calibrated(space, stored.width()));
        for (int y = 0; y < stored.height(); y++) {
            samples.getPixels(0, y, stored.width(), 1, inks);
            read(inks);
            if (toLight.isPresent()) {
                toLight.get().convert(inks, row);
            } else {
                convert(inks, row);
            }
            header.orientation().place(row, y, stored, pixels);
        }
        return pixels;
    }

    /// Makes of the samples of a row what they mean: 0 is no ink, 255 all of it.
    private void read(int[] samples) {
        if (ycc) {
            for (int at = 0; at < samples.length; at += INKS) {
                readYcc(samples, at);
            }
        }
        if (adobe) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = FULL - samples[i];
            }
        }
    }

    /// JFIF's YCbCr, of which the file's C, M and Y are the complement.
    private static void readYcc(int[] samples, int at) {
        int y = samples[at];
        int cb = samples[at + 1] - 128;
        int cr = samples[at + 2] - 128;
        samples[at] = FULL - clamp(y + 1.402 * cr);
        samples[at + 1] = FULL - clamp(y - 0.344136 * cb - 0.714136 * cr);
        samples[at + 2] = FULL - clamp(y + 1.772 * cb);
    }

    private static int clamp(double sample) {
        return Math.clamp(Math.round(sample), 0, FULL);
    }

    private static void convert(int[] inks, int[] row) {
        for (int x = 0, at = 0; x < row.length; x++, at += INKS) {
            int unblackened = FULL - inks[at + 3];
            row[x] =
                    OPAQUE
                            | light(inks[at], unblackened) << 16
                            | light(inks[at + 1], unblackened) << 8
                            | light(inks[at + 2], unblackened);
        }
    }

    private static int light(int ink, int unblackened) {
        return ((FULL - ink) * unblackened + FULL / 2) / FULL;
    }

    /// Converts rows of one width by a profile.
    private static final class Calibrated {

        private final ColorConvertOp op;
        private final WritableRaster inks;
        private final WritableRaster light;
        private final int[] samples;

        Calibrated(ICC_ColorSpace space, int width) {
            op = new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, INKS, null);
            light = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, 1, 3, null);
            samples = new int[width * 3];
        }

        void convert(int[] from, int[] row) {
            inks.setPixels(0, 0, row.length, 1, from);
            op.filter(inks, light).getPixels(0, 0, row.length, 1, samples);
            for (int x = 0, at = 0; x < row.length; x++, at += 3) {
                row[x] = OPAQUE | samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
            }
        }
    }
}
