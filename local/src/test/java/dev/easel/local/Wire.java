package dev.easel.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A connection that says what it is told to: a client would put right, or refuse to send, most of
/// what is wrong with a request.
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final URI server;
    private Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Wire(URI server) {
        this.server = server;
        this.socket = new Socket();
    }

    /// A request, byte by byte; the length of the body is added.
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String method, String target, List<String> headers, byte[] body) {

        @Override
        public String toString() {
            var start = new String(body, 0, Math.min(body.length, 300), ISO_8859_1);
            return "%s %s %s %s".formatted(method, target, headers, start);
        }
    }

    /// What was answered; names of headers are in lower case.
    record Answer(int status, Map<String, String> headers, String body) {}

    Answer ask(Request request) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket(InetAddress.ofLiteral(server.getHost()), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        var head =
                new StringBuilder(request.method())
                        .append(' ')
                        .append(request.target())
                        .append(" HTTP/1.1\r\nhost: easel\r\n");
        request.headers().forEach(header -> head.append(header).append("\r\n"));
        head.append("content-length: ").append(request.body().length).append("\r\n\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        all.writeBytes(request.body());
        socket.getOutputStream().write(all.toByteArray());
        return read(request.method().equals("HEAD"));
    }

    private Answer read(boolean headOnly) throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = headOnly ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new String(in.readNBytes(length), UTF_8);
        if (headers.getOrDefault("connection", "").equals("close")) {
            socket.close();
        }
        return new Answer(status, headers, body);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection ended in the middle of an answer");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
