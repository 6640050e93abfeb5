package dev.easel.picture;

import dev.easel.image.MediaType;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Colours that mean something else than in sRGB, as screenshots and phone photos have them.
///
/// @param space what the numbers mean
record ColourProfile(ICC_ColorSpace space) {

    /// A profile has a few kilobytes; a bomb has more.
    private static final int PROFILE_BYTES_MAX = 4 * 1024 * 1024;

    /// So many pixels are converted at a time, to keep the copies small.
    private static final int STRIP = 1 << 16;

    /// None where the colours already are sRGB or nobody can say what they are. The JDK's JPEG
    /// reader has converted them itself.
    static Optional<ColourProfile> of(byte[] bytes, MediaType type, BufferedImage image) {
        if (image.getColorModel().getNumColorComponents() != 3) {
            return Optional.empty();
        }
        if (type == MediaType.PNG) {
            return PngFile.profile(bytes).flatMap(ColourProfile::unpack).flatMap(ColourProfile::of);
        }
        return image.getColorModel().getColorSpace() instanceof ICC_ColorSpace space
                        && !space.isCS_sRGB()
                ? Optional.of(new ColourProfile(space))
                : Optional.empty();
    }

    private static Optional<ColourProfile> of(byte[] icc) {
        try {
            var space = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
            // Asked once here, so that a profile that cannot be used is found before a pixel is
            // touched.
            space.toRGB(new float[] {1, 0, 0});
            return space.getType() == ColorSpace.TYPE_RGB
                    ? Optional.of(new ColourProfile(space))
                    : Optional.empty();
        } catch (RuntimeException _) {
            // A browser shows a picture with a broken profile as if it had none.
            return Optional.empty();
        }
    }

    /// `iccp` is a name, a zero, a zero for "deflate", and the packed profile.
    private static Optional<byte[]> unpack(byte[] iccp) {
        int packed = 0;
        while (packed < iccp.length && iccp[packed] != 0) {
            packed++;
        }
        packed += 2;
        if (packed >= iccp.length) {
            return Optional.empty();
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(iccp, packed, iccp.length - packed);
            byte[] profile = new byte[PROFILE_BYTES_MAX];
            int length = inflater.inflate(profile);
            return inflater.finished()
                    ? Optional.of(Arrays.copyOf(profile, length))
                    : Optional.empty();
        } catch (DataFormatException _) {
            return Optional.empty();
        }
    }

    /// Rewrites `pixels` in place; alpha stays.
    void toSrgb(int[] pixels) {
        var op = new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        for (int from = 0; from < pixels.length; from += STRIP) {
            convert(op, pixels, from, Math.min(STRIP, pixels.length - from));
        }
    }

    private static void convert(ColorConvertOp op, int[] pixels, int from, int count) {
        var source = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, count, 1, 3, null);
        int[] samples = new int[count * 3];
        for (int i = 0, at = 0; i < count; i++) {
            int argb = pixels[from + i];
            samples[at++] = argb >> 16 & 0xff;
            samples[at++] = argb >> 8 & 0xff;
            samples[at++] = argb & 0xff;
        }
        source.setPixels(0, 0, count, 1, samples);
        op.filter(source, source.createCompatibleWritableRaster())
                .getPixels(0, 0, count, 1, samples);
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            int rgb = samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
            pixels[from + i] = (pixels[from + i] & 0xff000000) | rgb;
        }
    }
}
