package dev.easel.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.easel.image.MediaType;
import dev.easel.image.Size;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// A file that a browser shows as a picture and takes for nothing else: what we take in ourselves, and
/// GIF. No SVG, which can hold a script. Told by the first bytes; nothing is decoded.
///
/// @param contentType as it stands in the header
/// @param extension of a file's name, without the dot
/// @param size as the header has it
public record ShownPicture(String contentType, String extension, Size size) {

    private static final int GIF_HEADER_BYTES = 10;
    private static final int GIF_WIDTH_AT = 6;
    private static final int GIF_HEIGHT_AT = 8;

    public static Optional<ShownPicture> read(byte[] bytes) {
        return PictureHeader.read(bytes)
                .map(header -> new ShownPicture(header.type(), header.size()))
                .or(() -> gif(bytes));
    }

    private ShownPicture(MediaType type, Size size) {
        this(type.wire(), type.extension(), size);
    }

    private static Optional<ShownPicture> gif(byte[] bytes) {
        if (bytes.length < GIF_HEADER_BYTES) {
            return Optional.empty();
        }
        var signature = new String(bytes, 0, GIF_WIDTH_AT, US_ASCII);
        if (!signature.equals("GIF87a") && !signature.equals("GIF89a")) {
            return Optional.empty();
        }
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return PictureHeader.size(
                        Short.toUnsignedInt(header.getShort(GIF_WIDTH_AT)),
                        Short.toUnsignedInt(header.getShort(GIF_HEIGHT_AT)))
                .map(size -> new ShownPicture("image/gif", "gif", size));
    }
}
