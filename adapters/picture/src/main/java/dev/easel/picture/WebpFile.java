package dev.easel.picture;

import dev.easel.image.MediaType;
import dev.easel.image.Size;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chunks of a WebP: `RIFF`, a length, `WEBP`, then name, length and body of each, padded to
/// even.
final class WebpFile {

    private static final int CHUNKS_AT = 12;
    private static final int FRAME_BYTES = 8;

    /// So much of a chunk is looked at to tell its size.
    private static final int START_BYTES = 10;

    private static final int LOSSY = Fourcc.of("VP8 ");
    private static final int LOSSLESS = Fourcc.of("VP8L");
    private static final int EXTENDED = Fourcc.of("VP8X");
    private static final int ANIMATION = Fourcc.of("ANIM");
    private static final int ANIMATION_FRAME = Fourcc.of("ANMF");
    private static final int EXIF = Fourcc.of("EXIF");

    private static final int LOSSY_START = 0x9d012a;
    private static final int LOSSLESS_START = 0x2f;
    private static final int ANIMATION_FLAG = 0x02;

    private WebpFile() {}

    /// `at` is where the body begins.
    private record Chunk(int name, int at, int length) {}

    static Optional<PictureHeader> header(ByteBuffer bytes) {
        if (bytes.limit() < CHUNKS_AT + FRAME_BYTES + START_BYTES) {
            return Optional.empty();
        }
        return size(bytes.slice(CHUNKS_AT + FRAME_BYTES, START_BYTES), bytes.getInt(CHUNKS_AT))
                .map(size -> new PictureHeader(MediaType.WEBP, size, orientation(bytes)));
    }

    /// Why this is not one whole still picture; empty if it is.
    static Optional<String> fault(ByteBuffer bytes) {
        var chunks = chunks(bytes);
        if (isAnimated(bytes, chunks)) {
            return Optional.of(Faults.ANIMATED);
        }
        if (end(bytes) > bytes.limit()) {
            return Optional.of(Faults.CUT_SHORT);
        }
        if (chunks.isEmpty() || endOf(chunks.getLast()) < end(bytes)) {
            return Optional.of(Faults.DAMAGED);
        }
        var frame =
                chunks.stream()
                        .filter(chunk -> chunk.name == LOSSY || chunk.name == LOSSLESS)
                        .findFirst();
        if (frame.isEmpty()) {
            return Optional.of(Faults.NOTHING_IN_IT);
        }
        return fills(bytes, frame.get()) ? Optional.empty() : Optional.of(Faults.DAMAGED);
    }

    /// True if the pixels are as many as the file says at its start: of those that it has within, a
    /// decoder makes room for all.
    private static boolean fills(ByteBuffer bytes, Chunk frame) {
        return frame.length >= START_BYTES
                && size(bytes.slice(frame.at, START_BYTES), frame.name)
                        .equals(header(bytes).map(PictureHeader::stored));
    }

    /// `start` is the first chunk's body.
    private static Optional<Size> size(ByteBuffer start, int name) {
        var body = start.order(ByteOrder.LITTLE_ENDIAN);
        if (name == LOSSY && big24(body, 3) == LOSSY_START) {
            return PictureHeader.size(body.getShort(6) & 0x3fff, body.getShort(8) & 0x3fff);
        }
        if (name == LOSSLESS && body.get(0) == LOSSLESS_START) {
            int bits = body.getInt(1);
            return PictureHeader.size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
        }
        if (name == EXTENDED) {
            return PictureHeader.size(little24(body, 4) + 1, little24(body, 7) + 1);
        }
        return Optional.empty();
    }

    private static int big24(ByteBuffer bytes, int at) {
        return Integer.reverseBytes(little24(bytes, at)) >>> 8;
    }

    private static int little24(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at))
                | Byte.toUnsignedInt(bytes.get(at + 2)) << 16;
    }

    private static boolean isAnimated(ByteBuffer bytes, List<Chunk> chunks) {
        return chunks.stream()
                .anyMatch(chunk ->
                        chunk.name == ANIMATION
                                || chunk.name == ANIMATION_FRAME
                                || (chunk.name == EXTENDED
                                        && chunk.length > 0
                                        && (bytes.get(chunk.at) & ANIMATION_FLAG) != 0));
    }

    /// Stands after the pixels, so it is found only where the whole file is at hand.
    private static Orientation orientation(ByteBuffer bytes) {
        return chunks(bytes).stream()
                .filter(chunk -> chunk.name == EXIF)
                .findFirst()
                .map(chunk -> Exif.orientation(tiff(bytes.slice(chunk.at, chunk.length))))
                .orElse(Orientation.UPRIGHT);
    }

    /// Some writers put the prefix of JPEG's EXIF here, too.
    private static ByteBuffer tiff(ByteBuffer exif) {
        boolean prefixed = exif.limit() >= 6 && exif.getInt(0) == Fourcc.of("Exif");
        return prefixed ? exif.slice(6, exif.limit() - 6) : exif;
    }

    private static List<Chunk> chunks(ByteBuffer bytes) {
        var found = new ArrayList<Chunk>();
        long end = Math.min(end(bytes), bytes.limit());
        long at = CHUNKS_AT;
        while (at + FRAME_BYTES <= end) {
            long length = littleInt(bytes, (int) at + 4);
            if (at + FRAME_BYTES + length > end) {
                break;
            }
            var chunk = new Chunk(bytes.getInt((int) at), (int) at + FRAME_BYTES, (int) length);
            found.add(chunk);
            at = endOf(chunk);
        }
        return found;
    }

    /// Odd bodies are padded by one byte.
    private static long endOf(Chunk chunk) {
        return (long) chunk.at + chunk.length + (chunk.length & 1);
    }

    private static long end(ByteBuffer bytes) {
        return littleInt(bytes, 4) + 8;
    }

    private static long littleInt(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes(bytes.getInt(at)));
    }
}
