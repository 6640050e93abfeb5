package dev.easel.picture;

import dev.easel.image.MediaType;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The segments of a JPEG: `FF`, a marker, and for most of them a length and a body; after SOS,
/// coded pixels until the next marker.
final class JpegFile {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int TEM = 0x01;

    private static final int EXIF = Fourcc.of("Exif");
    private static final int EXIF_PREFIX_BYTES = 6;
    private static final int CMYK_PARTS = 4;

    private JpegFile() {}

    /// A segment: its marker, where its body begins (after the length) and how long that is.
    private record Segment(int marker, int at, int length) {
        int end() {
            return at + length;
        }

        /// SOF0 to SOF15, which hold the size; DHT, JPG and DAC lie in between.
        boolean isFrame() {
            return marker >= 0xc0
                    && marker <= 0xcf
                    && marker != 0xc4
                    && marker != 0xc8
                    && marker != 0xcc;
        }
    }

    static Optional<PictureHeader> header(ByteBuffer bytes) {
        var orientation = Orientation.UPRIGHT;
        var next = segment(bytes, 2);
        while (next.isPresent()) {
            var segment = next.get();
            if (segment.marker == SOS || segment.marker == EOI) {
                return Optional.empty();
            }
            if (segment.isFrame()) {
                return frame(bytes, segment, orientation);
            }
            if (isExif(bytes, segment)) {
                int prefix = EXIF_PREFIX_BYTES;
                orientation =
                        Exif.orientation(bytes.slice(segment.at + prefix, segment.length - prefix));
            }
            next = segment(bytes, segment.end());
        }
        return Optional.empty();
    }

    /// Why this is not one whole picture that we can show; empty if it is.
    static Optional<String> fault(ByteBuffer bytes) {
        int parts = 0;
        boolean scanned = false;
        int at = 2;
        while (true) {
            var next = segment(bytes, at);
            if (next.isEmpty()) {
                return Optional.of(Faults.CUT_SHORT);
            }
            var segment = next.get();
            if (segment.marker == EOI) {
                return scanned ? Optional.empty() : Optional.of(Faults.NOTHING_IN_IT);
            }
            if (segment.isFrame() && segment.length >= 6) {
                parts = bytes.get(segment.at + 5);
            }
            if (parts == CMYK_PARTS) {
                return Optional.of(Faults.PRINT_COLOURS);
            }
            boolean scan = segment.marker == SOS;
            scanned |= scan;
            at = scan ? endOfScan(bytes, segment.end()) : segment.end();
        }
    }

    private static Optional<PictureHeader> frame(
            ByteBuffer bytes, Segment segment, Orientation orientation) {
        if (segment.length < 6) {
            return Optional.empty();
        }
        int height = Short.toUnsignedInt(bytes.getShort(segment.at + 1));
        int width = Short.toUnsignedInt(bytes.getShort(segment.at + 3));
        return PictureHeader.size(width, height)
                .map(size -> new PictureHeader(MediaType.JPEG, size, orientation));
    }

    private static boolean isExif(ByteBuffer bytes, Segment segment) {
        return segment.marker == APP1
                && segment.length >= EXIF_PREFIX_BYTES
                && bytes.getInt(segment.at) == EXIF;
    }

    /// The segment whose marker stands at `from`; empty where there is none or its end is missing.
    /// Any number of `FF` may come before a marker.
    private static Optional<Segment> segment(ByteBuffer bytes, int from) {
        int at = from;
        if (at >= bytes.limit() || unsigned(bytes, at) != 0xff) {
            return Optional.empty();
        }
        while (at < bytes.limit() && unsigned(bytes, at) == 0xff) {
            at++;
        }
        if (at >= bytes.limit()) {
            return Optional.empty();
        }
        int marker = unsigned(bytes, at++);
        if (isBare(marker)) {
            return Optional.of(new Segment(marker, at, 0));
        }
        if (marker == 0 || at + 2 > bytes.limit()) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(bytes.getShort(at)) - 2;
        return length < 0 || at + 2 + length > bytes.limit()
                ? Optional.empty()
                : Optional.of(new Segment(marker, at + 2, length));
    }

    /// These have no length and no body.
    private static boolean isBare(int marker) {
        return marker == SOI || marker == EOI || marker == TEM || isRestart(marker);
    }

    private static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /// Where the first marker after the coded pixels stands. `FF 00` is a pixel byte, a restart
    /// marker belongs to the pixels.
    private static int endOfScan(ByteBuffer bytes, int from) {
        for (int at = from; at + 1 < bytes.limit(); at++) {
            if (bytes.get(at) == (byte) 0xff) {
                int marker = unsigned(bytes, at + 1);
                if (marker != 0 && marker != 0xff && !isRestart(marker)) {
                    return at;
                }
            }
        }
        return bytes.limit();
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Byte.toUnsignedInt(bytes.get(at));
    }
}
