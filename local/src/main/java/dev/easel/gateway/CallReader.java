package dev.easel.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.Headers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads requests of HTTP/1.1 (RFC 9112) from a connection, one after the other, and no more of each
/// than the gateway takes.
final class CallReader {

    /// API Gateway's: request line and headers together.
    private static final int HEAD_BYTES_MAX = 10_240;

    /// API Gateway's.
    private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

    /// What a body that is too large may go on for. Somebody who is still sending cannot hear that
    /// it is.
    private static final int DRAINED_BYTES_MAX = 4 * BODY_BYTES_MAX;

    private static final Pattern REQUEST_LINE =
            Pattern.compile(
                    "(?<method>[A-Z]{1,20}) (?<path>/[^ ?#]*)(?:\\?(?<query>[^ #]*))?"
                            + " (?<protocol>HTTP/1\\.[01])");

    /// Visible ASCII, and every percent sign before two digits.
    private static final Pattern ESCAPED = Pattern.compile("(?:[!-$&-~]|%[0-9A-Fa-f]{2})*+");

    private static final Pattern HEADER =
            Pattern.compile(
                    "(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ "
                            + "\t]*(?<value>[^\\x00-\\x08\\x0a-\\x1f\\x7f]*)");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("(?<size>[0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?");

    private final InputStream in;
    private final OutputStream out;
    private final String address;

    CallReader(InputStream in, OutputStream out, String address) {
        this.in = in;
        this.out = out;
        this.address = address;
    }

    /// The next request; empty at the end of the connection.
    Optional<HttpCall> next() throws IOException, BadCall {
        var head = new Head();
        var first = head.line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var line = REQUEST_LINE.matcher(first.get());
        if (!line.matches()) {
            throw BadCall.malformed();
        }
        var query = Optional.ofNullable(line.group("query")).orElse("");
        if (!ESCAPED.matcher(line.group("path")).matches() || !ESCAPED.matcher(query).matches()) {
            throw BadCall.malformed();
        }
        var headers = headers(head);
        return Optional.of(
                new HttpCall(
                        line.group("method"),
                        line.group("path"),
                        query,
                        line.group("protocol"),
                        headers,
                        body(headers),
                        address));
    }

    private static Headers headers(Head head) throws IOException, BadCall {
        var headers = new Headers();
        while (true) {
            var line = head.line().orElseThrow(BadCall::malformed);
            if (line.isEmpty()) {
                return headers;
            }
            var header = HEADER.matcher(line);
            if (!header.matches()) {
                throw BadCall.malformed();
            }
            headers.add(header.group("name"), header.group("value").stripTrailing());
        }
    }

    private byte[] body(Headers headers) throws IOException, BadCall {
        var codings = headers.getOrDefault("Transfer-Encoding", List.of());
        var lengths = new HashSet<>(headers.getOrDefault("Content-Length", List.of()));
        // Two answers to the question where the body ends are how requests are smuggled.
        if (lengths.size() + codings.size() > 1
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches())
                || !codings.stream().allMatch("chunked"::equalsIgnoreCase)) {
            throw BadCall.malformed();
        }
        if (lengths.isEmpty() && codings.isEmpty()) {
            return new byte[0];
        }
        if (headers.getOrDefault("Expect", List.of())
                .toString()
                .toLowerCase(Locale.ROOT)
                .contains("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        return codings.isEmpty() ? whole(Long.parseLong(lengths.iterator().next())) : chunks();
    }

    private byte[] whole(long length) throws IOException, BadCall {
        if (length > BODY_BYTES_MAX) {
            in.skipNBytes(Math.min(length, DRAINED_BYTES_MAX));
            throw BadCall.bodyTooLarge();
        }
        var body = in.readNBytes((int) length);
        if (body.length < length) {
            throw BadCall.malformed();
        }
        return body;
    }

    private byte[] chunks() throws IOException, BadCall {
        var body = new ByteArrayOutputStream();
        long total = 0;
        while (true) {
            var line = CHUNK.matcher(new Head().line().orElseThrow(BadCall::malformed));
            if (!line.matches()) {
                throw BadCall.malformed();
            }
            int size = Integer.parseUnsignedInt(line.group("size"), 16);
            total += size;
            if (size < 0 || total > DRAINED_BYTES_MAX) {
                throw BadCall.bodyTooLarge();
            }
            if (size == 0) {
                headers(new Head());
                break;
            }
            var chunk = in.readNBytes(size);
            if (chunk.length < size || !new Head().line().orElse("cut off").isEmpty()) {
                throw BadCall.malformed();
            }
            if (total <= BODY_BYTES_MAX) {
                body.writeBytes(chunk);
            }
        }
        if (total > BODY_BYTES_MAX) {
            throw BadCall.bodyTooLarge();
        }
        return body.toByteArray();
    }

    /// The lines before a body, which together may not be longer than the gateway takes.
    private final class Head {

        private int left = HEAD_BYTES_MAX;

        /// Without its end; empty where the connection ends first.
        Optional<String> line() throws IOException, BadCall {
            var line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return Optional.empty();
                }
                line.write(next);
                if (line.size() >= left) {
                    throw BadCall.headTooLarge();
                }
            }
            left -= line.size() + 1;
            var text = line.toString(ISO_8859_1);
            return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        }
    }
}
