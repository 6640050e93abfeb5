package dev.easel.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.easel.emulator.Loopback;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Listens for HTTP/1.1 on 127.0.0.1, a virtual thread for each connection.
///
/// Not the JDK's server: that one answers a path which it cannot parse with a page of HTML, before
/// anybody of ours is asked, where the gateway says `{"message": ...}`.
final class HttpListener implements AutoCloseable {

    /// A connection that says nothing for so long is closed.
    private static final int PATIENCE_MILLIS = 60_000;

    private final ServerSocket socket;
    private final Function<HttpCall, HttpReply> handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpListener(ServerSocket socket, Function<HttpCall, HttpReply> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    /// Port 0 is any free one; the flag is named if the port is taken.
    static HttpListener start(int port, String flag, Function<HttpCall, HttpReply> handler) {
        var listener = new HttpListener(Loopback.socket(port, flag), handler);
        listener.threads.execute(listener::accept);
        return listener;
    }

    URI uri() {
        return Loopback.uri(socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException _) {
                // Closed, or one caller who went away before he was heard.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            connection.setTcpNoDelay(true);
            var out = new BufferedOutputStream(connection.getOutputStream());
            var reader =
                    new CallReader(
                            new BufferedInputStream(connection.getInputStream()),
                            out,
                            connection.getInetAddress().getHostAddress());
            while (serve(reader, out)) {
                out.flush();
            }
            out.flush();
        } catch (IOException _) {
            // Whoever asked is gone; there is nobody to tell.
        } finally {
            connections.remove(connection);
        }
    }

    /// One request; true if another may follow.
    private boolean serve(CallReader reader, OutputStream out) throws IOException {
        try {
            var call = reader.next();
            if (call.isEmpty()) {
                return false;
            }
            boolean stays = call.get().keepsConnection();
            write(handler.apply(call.get()), call.get().method().equals("HEAD"), stays, out);
            return stays;
        } catch (BadCall e) {
            // What follows on this connection can no longer be told from the body.
            write(e.reply(), false, false, out);
            return false;
        }
    }

    private static void write(HttpReply reply, boolean headOnly, boolean stays, OutputStream out)
            throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" \r\n");
        reply.headers()
                .forEach((name, values) ->
                        values.forEach(value ->
                                head.append(name).append(": ").append(value).append("\r\n")));
        if (reply.mayHaveBody()) {
            head.append("content-length: ").append(reply.body().length).append("\r\n");
        }
        if (!stays) {
            head.append("connection: close\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (reply.mayHaveBody() && !headOnly) {
            out.write(reply.body());
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
