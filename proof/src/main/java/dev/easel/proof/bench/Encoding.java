package dev.easel.proof.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures as files, written as models write them.
final class Encoding {

    /// The picture writer's word for "hardly try": a bench writes thousands.
    private static final float FAST = 0.9f;

    private Encoding() {}

    /// @param quality from 0 to 1
    static byte[] jpeg(BufferedImage image, double quality) {
        return write("jpeg", image, (float) quality, ImageWriteParam.MODE_DISABLED);
    }

    /// As the web likes it: coarse first, then ever finer.
    static byte[] progressiveJpeg(BufferedImage image, double quality) {
        return write("jpeg", image, (float) quality, ImageWriteParam.MODE_DEFAULT);
    }

    static byte[] png(BufferedImage image) {
        return write("png", image, FAST, ImageWriteParam.MODE_DISABLED);
    }

    private static byte[] write(
            String format, BufferedImage image, float quality, int progressive) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var target = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(progressive);
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
