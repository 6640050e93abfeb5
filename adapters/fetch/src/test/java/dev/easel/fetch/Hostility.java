package dev.easel.fetch;

import static dev.easel.fetch.RawServer.whole;
import static dev.easel.fetch.RawServer.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/// How a server on the internet may behave to whoever downloads from it, by path. Below `/to/` it
/// redirects to the rest of the path, with `~` for `/`.
@SuppressWarnings("StringConcatToTextBlock") // On the wire a line ends with two characters.
final class Hostility implements RawServer.Manner {

    private static final long DRIP_NANOS = 20_000_000;

    @Override
    public void answer(String path, OutputStream out) throws IOException {
        if (path.startsWith("/to/")) {
            redirect(out, path.substring("/to/".length()).replace('~', '/'));
            return;
        }
        switch (path) {
            case "/loop" -> redirect(out, "/loop");
            case "/redirect/control" -> redirect(out, "http://inside.example.com/\001");
            case "/redirect/nothing" -> whole(out, "302 Found", "", "");
            case "/bomb" -> bomb(out);
            case "/deflate" -> whole(out, "200 OK", "Content-Encoding: deflate\r\n", "x");
            case "/twice" -> whole(out, "200 OK", "Content-Encoding: identity, gzip\r\n", "x");
            case "/transfer" ->
                    write(
                            out,
                            "HTTP/1.1 200 OK\r\n"
                                    + "Transfer-Encoding: gzip, chunked\r\n\r\n"
                                    + "1\r\n"
                                    + "x\r\n"
                                    + "0\r\n\r\n");
            case "/huge" -> pour(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n");
            case "/endless" -> pour(out, "HTTP/1.1 200 OK\r\n\r\n");
            case "/chunks" -> pourChunks(out);
            case "/lengths" ->
                    write(
                            out,
                            "HTTP/1.1 200 OK\r\n"
                                    + "Content-Length: 1\r\n"
                                    + "Content-Length: 9\r\n\r\n"
                                    + "123456789");
            case "/negative" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx");
            case "/chunk" ->
                    write(
                            out,
                            "HTTP/1.1 200 OK\r\n"
                                    + "Transfer-Encoding: chunked\r\n\r\n"
                                    + "FFFFFFFFFFFFFFFFF\r\n"
                                    + "x");
            case "/short" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            case "/ssh" -> write(out, "SSH-2.0-nothing for you\r\n");
            case "/silence" -> LockSupport.parkNanos(5_000_000_000L);
            case "/drip/body" -> drip(out, "HTTP/1.1 200 OK\r\n\r\n");
            case "/drip/header" -> drip(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
            case "/drip/status" -> drip(out, "HTTP/1.1 200 ");
            case "/headers" -> repeat(out, "HTTP/1.1 200 OK\r\n", "X-More: 1\r\n");
            case "/line" -> repeat(out, "HTTP/1.1 200 OK\r\nX-Long: ", "more and ");
            case "/informed" -> repeat(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n");
            case "/error" -> whole(out, "500 Oops", "", "<h1>A page about our insides</h1>");
            case "/challenge" ->
                    whole(out, "401 No", "WWW-Authenticate: Basic realm=\"x\"\r\n", "");
            case "/proxy" ->
                    whole(out, "305 Use Proxy", "Location: http://inside.example.com/\r\n", "");
            case "/empty" -> write(out, "HTTP/1.1 200 OK\r\n\r\n");
            default -> whole(out, "200 OK", "Content-Type: image/png\r\n", "a picture");
        }
    }

    private static void redirect(OutputStream out, String location) throws IOException {
        whole(out, "302 Found", "Location: " + location + "\r\n", "");
    }

    /// A hundred kilobytes that would be a hundred megabytes.
    private static void bomb(OutputStream out) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var zeros = new byte[1_000_000];
            for (int i = 0; i < 10; i++) {
                gzip.write(zeros);
            }
        }
        write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                        .formatted(packed.size()));
        packed.writeTo(out);
    }

    private static void pour(OutputStream out, String head) throws IOException {
        repeat(out, head, "x".repeat(1_000));
    }

    private static void pourChunks(OutputStream out) throws IOException {
        repeat(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n");
    }

    /// Until the other side hangs up.
    private static void repeat(OutputStream out, String head, String again) throws IOException {
        write(out, head);
        while (true) {
            write(out, again);
        }
    }

    private static void drip(OutputStream out, String head) throws IOException {
        write(out, head);
        while (true) {
            write(out, ".");
            LockSupport.parkNanos(DRIP_NANOS);
        }
    }
}
