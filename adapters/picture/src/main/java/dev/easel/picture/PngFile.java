package dev.easel.picture;

import dev.easel.image.MediaType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// The chunks of a PNG: signature, then length, name, body, checksum, over and over until IEND.
final class PngFile {

    private static final int SIGNATURE_BYTES = 8;
    private static final int FRAME_BYTES = 12;
    private static final int IHDR_BYTES = 13;

    private static final int IHDR = Fourcc.of("IHDR");
    private static final int IDAT = Fourcc.of("IDAT");
    private static final int IEND = Fourcc.of("IEND");
    private static final int ACTL = Fourcc.of("acTL");
    private static final int EXIF = Fourcc.of("eXIf");
    private static final int PROFILE = Fourcc.of("iCCP");
    private static final int CLEAR_COLOUR = Fourcc.of("tRNS");

    private static final int DEPTH_AT = 24;
    private static final int COLOUR_TYPE_AT = 25;
    private static final int GREY = 0;

    /// What pixels are made of. Texts and the like are left out: a few bytes of them may unpack to
    /// gigabytes in the decoder.
    private static final Set<Integer> NEEDED =
            Set.of(IHDR, Fourcc.of("PLTE"), CLEAR_COLOUR, IDAT, IEND);

    private PngFile() {}

    /// `at` is where the body begins.
    private record Chunk(int name, int at, int length) {}

    static Optional<PictureHeader> header(ByteBuffer bytes) {
        int body = SIGNATURE_BYTES + 8;
        if (bytes.limit() < body + IHDR_BYTES || bytes.getInt(body - 4) != IHDR) {
            return Optional.empty();
        }
        return PictureHeader.size(bytes.getInt(body), bytes.getInt(body + 4))
                .map(size -> new PictureHeader(MediaType.PNG, size, orientation(bytes)));
    }

    /// Why this is not one whole still picture; empty if it is.
    static Optional<String> fault(ByteBuffer bytes) {
        var chunks = chunks(bytes);
        if (chunks.stream().anyMatch(chunk -> chunk.name == ACTL)) {
            return Optional.of(Faults.ANIMATED);
        }
        if (chunks.isEmpty() || chunks.getLast().name != IEND) {
            return Optional.of(Faults.CUT_SHORT);
        }
        if (chunks.stream().anyMatch(chunk -> isDamaged(bytes, chunk))) {
            return Optional.of(Faults.DAMAGED);
        }
        return chunks.stream().anyMatch(chunk -> chunk.name == IDAT)
                ? Optional.empty()
                : Optional.of(Faults.NOTHING_IN_IT);
    }

    /// The same picture without a byte that its pixels do not need, and nothing after its end.
    static byte[] bare(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var bare = new ByteArrayOutputStream(bytes.length);
        bare.write(bytes, 0, SIGNATURE_BYTES);
        for (var chunk : chunks(buffer)) {
            if (NEEDED.contains(chunk.name)) {
                bare.write(bytes, chunk.at - 8, chunk.length + FRAME_BYTES);
            }
        }
        return withWideClearColour(bare.toByteArray());
    }

    /// The JDK's reader widens grey of less than eight bits and compares it with the clear colour as
    /// that stands in the file; so that one is widened, too.
    private static byte[] withWideClearColour(byte[] bare) {
        int depth = bare[DEPTH_AT];
        if (bare[COLOUR_TYPE_AT] == GREY && depth > 0 && depth < 8) {
            var buffer = ByteBuffer.wrap(bare);
            chunks(buffer).stream()
                    .filter(chunk -> chunk.name == CLEAR_COLOUR && chunk.length == 2)
                    .forEach(chunk -> {
                        int widest = (1 << depth) - 1;
                        int clear = buffer.getShort(chunk.at) & widest;
                        buffer.putShort(chunk.at, (short) (clear * 255 / widest));
                    });
        }
        return bare;
    }

    /// The body of the chunk that holds the colour profile; the JDK's reader ignores it.
    static Optional<byte[]> profile(byte[] bytes) {
        return chunks(ByteBuffer.wrap(bytes)).stream()
                .filter(chunk -> chunk.name == PROFILE)
                .findFirst()
                .map(chunk -> Arrays.copyOfRange(bytes, chunk.at, chunk.at + chunk.length));
    }

    private static Orientation orientation(ByteBuffer bytes) {
        return chunks(bytes).stream()
                .filter(chunk -> chunk.name == EXIF)
                .findFirst()
                .map(chunk -> Exif.orientation(bytes.slice(chunk.at, chunk.length)))
                .orElse(Orientation.UPRIGHT);
    }

    /// Up to IEND, or to the last one that is there as a whole.
    private static List<Chunk> chunks(ByteBuffer bytes) {
        var found = new ArrayList<Chunk>();
        long at = SIGNATURE_BYTES;
        while (at + FRAME_BYTES <= bytes.limit()) {
            int length = bytes.getInt((int) at);
            if (length < 0 || at + FRAME_BYTES + length > bytes.limit()) {
                break;
            }
            var chunk = new Chunk(bytes.getInt((int) at + 4), (int) at + 8, length);
            found.add(chunk);
            if (chunk.name == IEND) {
                break;
            }
            at += FRAME_BYTES + length;
        }
        return found;
    }

    private static boolean isDamaged(ByteBuffer bytes, Chunk chunk) {
        var checksum = new CRC32();
        checksum.update(bytes.slice(chunk.at - 4, chunk.length + 4));
        return (int) checksum.getValue() != bytes.getInt(chunk.at + chunk.length);
    }
}
