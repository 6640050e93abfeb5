package dev.easel.client;

import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.picture.PictureHeader;
import dev.easel.picture.Pictures;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/// A picture as it lies on a disk or comes down a wire, with what its header says: the size is that
/// which a viewer shows, whichever way the camera was held.
public final class Picture {

    private final byte[] bytes;
    private final PictureHeader header;

    private Picture(byte[] bytes, PictureHeader header) {
        this.bytes = bytes;
        this.header = header;
    }

    /// Reads the header. Empty if these bytes are not a picture of a type that the API takes.
    public static Optional<Picture> of(byte[] bytes) {
        return PictureHeader.read(bytes).map(header -> new Picture(bytes, header));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    public MediaType type() {
        return header.type();
    }

    public int width() {
        return header.size().width();
    }

    public int height() {
        return header.size().height();
    }

    /// Its pixels, upright. Empty if it is truncated, broken or too large to decode.
    public Optional<BufferedImage> pixels() {
        return switch (Pictures.decode(bytes)) {
            case Output.Decoded(var pixels) -> Optional.of(image(pixels));
            case Output.Broken _ -> Optional.empty();
        };
    }

    private static BufferedImage image(Pixels pixels) {
        var width = pixels.width();
        var image = new BufferedImage(width, pixels.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, pixels.height(), pixels.argb(), 0, width);
        return image;
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(header.type(), header.size());
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
