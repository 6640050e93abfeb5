package dev.easel.simulator.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `multipart/form-data` (RFC 7578), read and written.
public final class Multipart {

    private static final String LINE = "\r\n";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^\\r\\n]+)");

    /// One part; a part that is no file has no file name.
    public record Part(String name, String fileName, String contentType, Body body) {}

    private Multipart() {}

    /// Empty if the body is not what the content type says.
    public static Optional<List<Part>> read(String contentType, Body body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
            return Optional.empty();
        }
        // Each byte is one character of this alphabet, so that places in the text are places in
        // the body.
        var text = new String(body.bytes(), StandardCharsets.ISO_8859_1);
        var mark = "--" + boundary.group(1);
        var parts = new ArrayList<Part>();
        int from = text.indexOf(mark);
        while (from >= 0) {
            int start = from + mark.length();
            int next = text.indexOf(LINE + mark, start);
            if (next < 0) {
                break;
            }
            part(text.substring(start, next)).ifPresent(parts::add);
            from = next + LINE.length();
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(parts));
    }

    private static Optional<Part> part(String text) {
        int blank = text.indexOf(LINE + LINE);
        if (blank < 0) {
            return Optional.empty();
        }
        var head = text.substring(0, blank);
        var body = text.substring(blank + 2 * LINE.length());
        return Optional.of(
                new Part(
                        first(NAME, head, ""),
                        first(FILE, head, ""),
                        first(TYPE, head, "text/plain").strip(),
                        Body.of(body.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    /// `boundary` must occur in none of the parts.
    public static Reply.Answer answer(int status, String boundary, List<Part> parts) {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            var file = part.fileName().isEmpty() ? "" : "; filename=\"" + part.fileName() + "\"";
            body.writeBytes(
                    ("--"
                                    + boundary
                                    + LINE
                                    + "Content-Disposition: form-data; name=\""
                                    + part.name()
                                    + "\""
                                    + file
                                    + LINE
                                    + "Content-Type: "
                                    + part.contentType()
                                    + LINE
                                    + LINE)
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.body().bytes());
            body.writeBytes(LINE.getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8));
        return new Reply.Answer(
                status, "multipart/form-data; boundary=" + boundary, Body.of(body.toByteArray()));
    }
}
