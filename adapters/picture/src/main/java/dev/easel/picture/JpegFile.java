package dev.easel.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.easel.image.MediaType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The segments of a JPEG: `FF`, a marker, and for most of them a length and a body; after SOS,
/// coded pixels until the next marker.
final class JpegFile {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int TEM = 0x01;

    private static final int EXIF = Fourcc.of("Exif");
    private static final int EXIF_PREFIX_BYTES = 6;

    /// `Adobe`, then version and flags in six bytes, then the transform.
    private static final byte[] ADOBE = "Adobe".getBytes(US_ASCII);

    private static final int ADOBE_TRANSFORM_AT = 11;

    /// The name, its zero, then which part of how many this is: a segment holds 64 KB at most.
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(US_ASCII);

    private static final int PROFILE_PREFIX_BYTES = 14;

    /// `FF`, marker and length.
    private static final int SEGMENT_HEAD_BYTES = 4;

    /// A progressive picture has about ten. Each costs a walk over all its blocks, though it may
    /// have but a few bytes: thousands of them would keep us busy for hours.
    private static final int SCANS_MAX = 100;

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
        int scans = 0;
        int at = 2;
        while (scans <= SCANS_MAX) {
            var next = segment(bytes, at);
            if (next.isEmpty()) {
                return Optional.of(Faults.CUT_SHORT);
            }
            var segment = next.get();
            if (segment.marker == EOI) {
                return scans > 0 ? Optional.empty() : Optional.of(Faults.NOTHING_IN_IT);
            }
            boolean scan = segment.marker == SOS;
            scans += scan ? 1 : 0;
            at = scan ? endOfScan(bytes, segment.end()) : segment.end();
        }
        return Optional.of(Faults.UNREADABLE);
    }

    /// How its four samples are to be understood; empty for a picture that has fewer.
    static Optional<PrintColours> printColours(ByteBuffer bytes) {
        boolean adobe = false;
        boolean ycc = false;
        int inks = 0;
        for (var segment : beforePixels(bytes)) {
            if (segment.isFrame() && segment.length >= 6) {
                inks = bytes.get(segment.at + 5);
            }
            if (segment.marker == APP14 && startsWith(bytes, segment, ADOBE)) {
                adobe = true;
                ycc = bytes.get(segment.at + ADOBE_TRANSFORM_AT) != 0;
            }
        }
        return inks == PrintColours.INKS
                ? Optional.of(PrintColours.of(adobe, ycc, profile(bytes, profileParts(bytes))))
                : Optional.empty();
    }

    /// The same picture without a profile that the JDK's reader would stumble over: where a part of
    /// it is missing, it refuses the whole picture.
    static byte[] bare(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var parts = profileParts(buffer);
        if (parts.isEmpty() || profile(buffer, parts).isPresent()) {
            return bytes;
        }
        var bare = new ByteArrayOutputStream(bytes.length);
        int from = 0;
        for (var part : parts) {
            bare.write(bytes, from, part.at - SEGMENT_HEAD_BYTES - from);
            from = part.end();
        }
        bare.write(bytes, from, bytes.length - from);
        return bare.toByteArray();
    }

    /// The parts of the profile, put together; none where one is missing.
    private static Optional<byte[]> profile(ByteBuffer bytes, List<Segment> parts) {
        var whole = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (unsigned(bytes, part.at + PROFILE.length) != i + 1
                    || unsigned(bytes, part.at + PROFILE.length + 1) != parts.size()) {
                return Optional.empty();
            }
            byte[] body = new byte[part.length - PROFILE_PREFIX_BYTES];
            bytes.get(part.at + PROFILE_PREFIX_BYTES, body);
            whole.writeBytes(body);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(whole.toByteArray());
    }

    private static List<Segment> profileParts(ByteBuffer bytes) {
        return beforePixels(bytes).stream()
                .filter(segment -> segment.marker == APP2 && startsWith(bytes, segment, PROFILE))
                .toList();
    }

    private static List<Segment> beforePixels(ByteBuffer bytes) {
        var segments = new ArrayList<Segment>();
        var next = segment(bytes, 2);
        while (next.isPresent() && next.get().marker != SOS && next.get().marker != EOI) {
            segments.add(next.get());
            next = segment(bytes, next.get().end());
        }
        return segments;
    }

    /// True only if what follows the name is long enough to be read.
    private static boolean startsWith(ByteBuffer bytes, Segment segment, byte[] name) {
        int whole = segment.marker == APP14 ? ADOBE_TRANSFORM_AT + 1 : PROFILE_PREFIX_BYTES;
        if (segment.length < whole) {
            return false;
        }
        byte[] start = new byte[name.length];
        bytes.get(segment.at, start);
        return Arrays.equals(start, name);
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
