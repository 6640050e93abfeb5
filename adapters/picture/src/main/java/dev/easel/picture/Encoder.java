package dev.easel.picture;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels as a file that holds nothing else: no notes, no place, no date, no profile.
final class Encoder {

    private static final float JPEG_QUALITY = 0.95f;
    private static final int ALPHA = 0xff000000;

    private Encoder() {}

    /// Eight bits a sample, alpha only where some pixel uses it.
    static byte[] png(Pixels pixels) {
        return write("png", image(pixels.size(), pixels.argb(), Traits.usesAlpha(pixels)), false);
    }

    /// Transparent places turn white, as a page under the picture would show them.
    static byte[] jpeg(Pixels pixels) {
        int[] opaque = Traits.usesAlpha(pixels) ? overWhite(pixels.argb()) : pixels.argb();
        return write("jpeg", image(pixels.size(), opaque, false), true);
    }

    /// Eight bits of grey a pixel.
    static byte[] greyPng(Size size, byte[] grey) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(grey, 0, target, 0, grey.length);
        return write("png", image, false);
    }

    /// A view of the same array, not a copy.
    private static BufferedImage image(Size size, int[] argb, boolean alpha) {
        var model =
                alpha
                        ? new DirectColorModel(32, 0xff0000, 0xff00, 0xff, ALPHA)
                        : new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
        var raster =
                Raster.createPackedRaster(
                        new DataBufferInt(argb, argb.length),
                        size.width(),
                        size.height(),
                        size.width(),
                        model.getMasks(),
                        null);
        return new BufferedImage(model, raster, false, null);
    }

    private static byte[] write(String format, BufferedImage image, boolean lossy) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var target = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), param(writer, lossy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam param(ImageWriter writer, boolean lossy) {
        var param = writer.getDefaultWriteParam();
        if (lossy) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(JPEG_QUALITY);
        }
        return param;
    }

    private static int[] overWhite(int[] argb) {
        int[] opaque = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            opaque[i] =
                    blend(argb[i] >> 16 & 0xff, alpha) << 16
                            | blend(argb[i] >> 8 & 0xff, alpha) << 8
                            | blend(argb[i] & 0xff, alpha);
        }
        return opaque;
    }

    private static int blend(int sample, int alpha) {
        return (sample * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
