package dev.easel.picture;

import dev.easel.image.Pixels;

import java.awt.color.ColorSpace;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures in print colours, made for tests: the JDK writes four samples of a JPEG as they are, and
/// what they mean is ours to say.
final class Printed {

    /// How print programs write inks.
    enum Manner {
        /// Without a marker: 255 is all of an ink.
        PLAIN,
        /// With Adobe's marker: 255 is no ink.
        ADOBE,
        /// With Adobe's marker and the first three inks as YCbCr.
        ADOBE_YCC
    }

    private static final int FULL = 255;

    private Printed() {}

    static byte[] jpeg(Pixels pixels, Manner manner) {
        return jpeg(pixels, manner, false);
    }

    static byte[] jpeg(Pixels pixels, Manner manner, boolean progressive) {
        var inks =
                Raster.createInterleavedRaster(
                        DataBuffer.TYPE_BYTE, pixels.width(), pixels.height(), 4, null);
        for (int i = 0; i < pixels.argb().length; i++) {
            int[] samples = samples(inks(pixels.argb()[i]), manner);
            inks.setPixel(i % pixels.width(), i / pixels.width(), samples);
        }
        var file = write(inks, progressive);
        return manner == Manner.PLAIN
                ? file
                : Made.withSegment(file, 0xee, adobe(manner == Manner.ADOBE_YCC ? 2 : 0));
    }

    static byte[] adobe(int transform) {
        return Made.join(Made.text("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
    }

    /// The inverse of CSS's naive conversion, with as much black as there can be.
    private static int[] inks(int argb) {
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        int light = Math.max(red, Math.max(green, blue));
        if (light == 0) {
            return new int[] {0, 0, 0, FULL};
        }
        return new int[] {
            FULL - Math.round((float) FULL * red / light),
            FULL - Math.round((float) FULL * green / light),
            FULL - Math.round((float) FULL * blue / light),
            FULL - light
        };
    }

    private static int[] samples(int[] inks, Manner manner) {
        return switch (manner) {
            case PLAIN -> inks;
            case ADOBE ->
                    new int[] {FULL - inks[0], FULL - inks[1], FULL - inks[2], FULL - inks[3]};
            case ADOBE_YCC -> ycc(inks);
        };
    }

    /// libjpeg's order of things: the file's C, M, Y are 255 minus the inks, and their complement
    /// goes through JFIF's formula.
    private static int[] ycc(int[] inks) {
        double y = 0.299 * inks[0] + 0.587 * inks[1] + 0.114 * inks[2];
        return new int[] {
            clamp(y),
            clamp(128 + (inks[2] - y) / 1.772),
            clamp(128 + (inks[0] - y) / 1.402),
            FULL - inks[3]
        };
    }

    private static int clamp(double sample) {
        return Math.clamp(Math.round(sample), 0, FULL);
    }

    private static byte[] write(Raster inks, boolean progressive) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var target = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.95f);
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(target);
            writer.write(null, new IIOImage(inks, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// CIELAB of the paper and of each ink on it, in the order in which [#profile] takes them: bit 3
    /// is cyan, 2 magenta, 1 yellow, 0 black. Nothing like real inks, so that nobody else's
    /// conversion gives the same: "cyan" is orange here.
    static double[] lab(int inks) {
        if ((inks & 1) != 0) {
            return new double[] {0, 0, 0};
        }
        return switch (inks >> 1) {
            case 0 -> new double[] {100, 0, 0};
            case 4 -> new double[] {65, 40, 50};
            case 2 -> new double[] {60, -40, 30};
            case 1 -> new double[] {45, 20, -45};
            default -> new double[] {30, 5, 5};
        };
    }

    /// What a colour of a profile looks like, by the JDK's own way from CIE XYZ to sRGB.
    static int srgb(double[] lab) {
        double y = (lab[0] + 16) / 116;
        float[] xyz = {
            (float) (0.9642 * cubed(y + lab[1] / 500)),
            (float) cubed(y),
            (float) (0.8249 * cubed(y - lab[2] / 200))
        };
        float[] rgb = ColorSpace.getInstance(ColorSpace.CS_CIEXYZ).toRGB(xyz);
        return Math.round(rgb[0] * FULL) << 16
                | Math.round(rgb[1] * FULL) << 8
                | Math.round(rgb[2] * FULL);
    }

    private static double cubed(double t) {
        return t > 6.0 / 29 ? t * t * t : 3 * 36.0 / 841 * (t - 4.0 / 29);
    }

    /// A profile of a press with these inks: ICC.1:2001, one table of type `lut8` from CMYK to
    /// CIELAB with a node for each full ink.
    static byte[] profile() {
        var table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put(Made.text("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        ramps(table, 4);
        for (int inks = 0; inks < 16; inks++) {
            double[] lab = lab(inks);
            table.put((byte) Math.round(lab[0] * 2.55));
            table.put((byte) Math.round(lab[1] + 128));
            table.put((byte) Math.round(lab[2] + 128));
        }
        ramps(table, 3);
        int length = 128 + 4 + 12 + table.capacity();
        var profile = ByteBuffer.allocate(length).putInt(length).putInt(0).putInt(0x02400000);
        profile.put(Made.text("prtrCMYKLab ")).position(36);
        profile.put(Made.text("acsp")).position(68);
        profile.putInt(0xf6d6).putInt(0x10000).putInt(0xd32d).position(128);
        profile.putInt(1).put(Made.text("A2B0")).putInt(144).putInt(table.capacity());
        return profile.put(table.array()).array();
    }

    private static void ramps(ByteBuffer table, int count) {
        for (int i = 0; i < count * 256; i++) {
            table.put((byte) i);
        }
    }
}
