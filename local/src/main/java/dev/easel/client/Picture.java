package dev.easel.client;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// A picture as bytes, whose type and size were read from those bytes and not from a name.
public final class Picture {

    /// Beyond this a picture is not decoded: a few kilobytes can claim to be gigabytes.
    private static final long PIXELS_MAX = 100_000_000;

    static {
        // Only off-screen pictures are drawn; without this a desktop's Java may open its toolkit,
        // or fail to.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    /// The types that the API takes.
    public enum Format {
        PNG("png", "image/png"),
        JPEG("jpg", "image/jpeg"),
        WEBP("webp", "image/webp");

        private final String extension;
        private final String contentType;

        Format(String extension, String contentType) {
            this.extension = extension;
            this.contentType = contentType;
        }

        public String extension() {
            return extension;
        }

        public String contentType() {
            return contentType;
        }
    }

    private final byte[] bytes;
    private final Format format;
    private final int width;
    private final int height;

    private Picture(byte[] bytes, Format format, int width, int height) {
        this.bytes = bytes;
        this.format = format;
        this.width = width;
        this.height = height;
    }

    /// Reads the header. Empty if these bytes are not a picture of a type that the API takes.
    public static Optional<Picture> of(byte[] bytes) {
        return sniff(bytes)
                .flatMap(format ->
                        read(
                                bytes,
                                reader ->
                                        new Picture(
                                                bytes,
                                                format,
                                                reader.getWidth(0),
                                                reader.getHeight(0))));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public Format format() {
        return format;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Its pixels. Empty if it is truncated, broken or too large to decode.
    public Optional<BufferedImage> pixels() {
        return (long) width * height > PIXELS_MAX
                ? Optional.empty()
                : read(bytes, reader -> reader.read(0));
    }

    private static Optional<Format> sniff(byte[] bytes) {
        if (holds(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(Format.PNG);
        }
        if (holds(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(Format.JPEG);
        }
        var webp = holds(bytes, 0, 'R', 'I', 'F', 'F') && holds(bytes, 8, 'W', 'E', 'B', 'P');
        return webp ? Optional.of(Format.WEBP) : Optional.empty();
    }

    private static boolean holds(byte[] bytes, int at, int... wanted) {
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != (byte) wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static <T> Optional<T> read(byte[] bytes, Reading<T> reading) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream);
                return Optional.of(reading.from(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Broken bytes make the readers of the JDK throw either kind.
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    @Override
    public String toString() {
        return "%s of %d x %d".formatted(format, width, height);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
