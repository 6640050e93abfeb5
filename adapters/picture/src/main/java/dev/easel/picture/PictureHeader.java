package dev.easel.picture;

import dev.easel.image.MediaType;
import dev.easel.image.Size;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Optional;

/// What a picture says of itself before its first pixel. Nothing is decoded for it, however large
/// the picture claims to be.
///
/// @param type told by the first bytes, never by a name or a declaration
/// @param stored width and height as the rows lie in the file
/// @param orientation how they have to be turned
public record PictureHeader(MediaType type, Size stored, Orientation orientation) {

    /// Width and height as a viewer sees them.
    public Size size() {
        return orientation.shown(stored);
    }

    /// Empty for anything but a PNG, JPEG or WebP whose header is whole. The file is mapped, not
    /// read: some phones put megabytes of notes before the size.
    public static Optional<PictureHeader> read(Path file) {
        try (var channel = FileChannel.open(file)) {
            long bytes = Math.min(channel.size(), Integer.MAX_VALUE);
            return read(channel.map(MapMode.READ_ONLY, 0, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same for bytes at hand; the first ones are enough as long as the header ends among them.
    public static Optional<PictureHeader> read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    static Optional<PictureHeader> read(ByteBuffer bytes) {
        return Signature.of(bytes)
                .flatMap(type ->
                        switch (type) {
                            case PNG -> PngFile.header(bytes);
                            case JPEG -> JpegFile.header(bytes);
                            case WEBP -> WebpFile.header(bytes);
                        });
    }

    /// The size that two numbers of a header stand for; none if one of them is no size.
    static Optional<Size> size(int width, int height) {
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Size(width, height));
    }
}
