package dev.easel.local;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

import javax.imageio.ImageIO;

/// The pictures that the journeys start from.
final class Scene {

    private Scene() {}

    static byte[] photo(String name) {
        try {
            return Files.readAllBytes(LiveStack.PROJECT.resolve("photos").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] blank(int width, int height) {
        return png(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
    }
}
