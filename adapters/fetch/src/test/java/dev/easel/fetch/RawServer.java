package dev.easel.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Answers each connection with bytes of its own choosing, HTTP or not.
final class RawServer implements AutoCloseable {

    /// Writes what it likes, for as long as somebody listens.
    interface Manner {
        void answer(String path, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Manner manner;

    RawServer(Manner manner) throws IOException {
        this(manner, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    RawServer(Manner manner, ServerSocket socket) {
        this.manner = manner;
        this.socket = socket;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// A whole answer of the common kind.
    static void whole(OutputStream out, String status, String headers, String body)
            throws IOException {
        write(
                out,
                "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(status, headers, body.length(), body));
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            var first = in.readLine();
            if (first == null) {
                return;
            }
            var line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            manner.answer(first.split(" ", -1)[1], connection.getOutputStream());
        } catch (IOException _) {
            // It hung up.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
