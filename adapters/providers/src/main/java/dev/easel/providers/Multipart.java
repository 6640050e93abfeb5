package dev.easel.providers;

import dev.easel.http.Reply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Bodies of several parts (RFC 7578), written and read.
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))");

    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"?([^\";]{1,200})");
    private static final byte[] BLANK_LINE = bytes("\r\n\r\n");
    private static final String BREAK = "\r\n";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final String boundary;

    /// @param boundary stands in none of the parts
    Multipart(String boundary) {
        this.boundary = boundary;
    }

    /// Adds a file.
    Multipart with(String name, String fileName, String type, byte[] content) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, name, fileName, type);
        written.writeBytes(bytes(head));
        written.writeBytes(content);
        written.writeBytes(bytes(BREAK));
        return this;
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        var whole = new ByteArrayOutputStream(written.size() + boundary.length() + 8);
        whole.writeBytes(written.toByteArray());
        whole.writeBytes(bytes("--" + boundary + "--\r\n"));
        return whole.toByteArray();
    }

    /// The parts of what declares itself so; none where it cannot be read. What was cut off in the
    /// middle of a part has lost that part.
    static List<Part> read(Reply.Content content) {
        var found = BOUNDARY.matcher(content.type());
        if (!content.type().toLowerCase(Locale.ROOT).startsWith("multipart/") || !found.find()) {
            return List.of();
        }
        var delimiter = bytes("--" + (found.group(1) == null ? found.group(2) : found.group(1)));
        var body = content.bytes();
        var parts = new ArrayList<Part>();
        int start = find(body, delimiter, 0);
        while (start >= 0) {
            int from = start + delimiter.length;
            int end = delimited(body, delimiter, from);
            if (end >= 0) {
                part(Arrays.copyOfRange(body, from, end), parts);
            }
            start = end < 0 ? -1 : end + BREAK.length();
        }
        return List.copyOf(parts);
    }

    /// Where a part ends: at the line break before the next delimiter, which a picture may hold by
    /// chance, but not at the beginning of a line.
    private static int delimited(byte[] body, byte[] delimiter, int from) {
        return find(body, join(bytes(BREAK), delimiter), from);
    }

    private static void part(byte[] part, List<Part> parts) {
        int blank = find(part, BLANK_LINE, 0);
        if (blank < 0) {
            return;
        }
        var name = "";
        var type = "";
        var head = new String(part, 0, blank, StandardCharsets.ISO_8859_1);
        for (var line : head.split("\r\n", -1)) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-type:")) {
                type = lower.substring("content-type:".length()).strip();
            } else if (lower.startsWith("content-disposition:")) {
                var named = NAME.matcher(line);
                name = named.find() ? named.group(1) : "";
            }
        }
        parts.add(
                new Part(
                        name,
                        type,
                        Arrays.copyOfRange(part, blank + BLANK_LINE.length, part.length)));
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int at = from; at <= in.length - what.length; at++) {
            if (in[at] == what[0]
                    && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// One part.
    ///
    /// @param type as it is declared, in small letters; empty where it is not
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Part(String name, String type, byte[] bytes) {
        boolean isPicture() {
            return type.startsWith("image/") && bytes.length > 0;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Part[" + name + ", " + type + ", " + bytes.length + " bytes]";
        }
    }
}
