package dev.easel.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// A server on one of this machine's addresses that answers byte for byte what a test wrote for a path,
/// or goes on for ever. It counts who came.
final class HostileServer implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final AtomicInteger requests = new AtomicInteger();

    /// Writes an answer; the connection is closed after it.
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private HostileServer(ServerSocket socket) {
        this.socket = socket;
    }

    /// @param port 0 for any
    static HostileServer on(String address, int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            var server = new HostileServer(socket);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    void answer(String path, String answer) {
        answer(path, out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    void redirect(String path, String location) {
        answer(
                path,
                "HTTP/1.1 302 Found\r\nLocation: "
                        + location
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    static byte[] gzip(int zeros) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[zeros]);
        }
        return packed.toByteArray();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var connection = socket.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        requests.incrementAndGet();
        try (connection) {
            var path = path(connection);
            var answer = answers.get(path);
            if (answer == null) {
                answer =
                        out ->
                                out.write(
                                        "HTTP/1.1 404 No\r\n\r\n"
                                                .getBytes(StandardCharsets.US_ASCII));
            }
            answer.write(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The other side had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads the head and no more.
    private static String path(Socket connection) throws IOException {
        var head = new StringBuilder();
        var in = connection.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        var words = head.toString().split(" ", 3);
        return words.length < 2 ? "" : words[1];
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
