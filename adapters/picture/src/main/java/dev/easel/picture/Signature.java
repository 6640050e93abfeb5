package dev.easel.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.easel.image.MediaType;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/// Tells what a file is by its first bytes.
final class Signature {

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int JPEG_BYTES = 0xffd8ff;
    private static final int RIFF = Fourcc.of("RIFF");
    private static final int WEBP = Fourcc.of("WEBP");

    /// So much of a foreign file is looked at to name it.
    private static final int FOREIGN_BYTES = 256;

    private Signature() {}

    static Optional<MediaType> of(ByteBuffer bytes) {
        if (bytes.limit() >= 8 && bytes.getLong(0) == PNG) {
            return Optional.of(MediaType.PNG);
        }
        if (bytes.limit() >= 4 && bytes.getInt(0) >>> 8 == JPEG_BYTES) {
            return Optional.of(MediaType.JPEG);
        }
        if (bytes.limit() >= 12 && bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP) {
            return Optional.of(MediaType.WEBP);
        }
        return Optional.empty();
    }

    /// Names what is no picture of ours, for the sentence that refuses it.
    static String foreign(byte[] bytes) {
        int length = Math.min(bytes.length, FOREIGN_BYTES);
        var start = new String(bytes, 0, length, ISO_8859_1).toLowerCase(Locale.ROOT).strip();
        if (start.isEmpty()) {
            return "an empty file";
        }
        if (start.startsWith("gif8")) {
            return "a GIF";
        }
        if (start.startsWith("ii*\0") || start.startsWith("mm\0*")) {
            return "a TIFF";
        }
        if (start.startsWith("8bps")) {
            return "a Photoshop document";
        }
        if (start.startsWith("bm")) {
            return "a BMP";
        }
        if (start.contains("<svg")) {
            return "an SVG drawing";
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "a web page";
        }
        if (start.startsWith("%pdf")) {
            return "a PDF";
        }
        if (start.startsWith("ftypavif", 4)) {
            return "an AVIF picture";
        }
        return start.startsWith("ftyp", 4) ? "a HEIC picture or a film" : "not a picture we know";
    }
}
