package dev.easel.local;

import dev.easel.emulator.Loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// A port of this machine behind which another one answers: a stack looks for its neighbours only
/// here. Bytes go through as they are, so that what was signed stays signed.
final class Relay {

    private static final int BACKLOG = 50;

    private Relay() {}

    /// The port of this machine at which the endpoint answers; it is open as long as this JVM.
    static int port(URI endpoint) {
        if (!"http".equals(endpoint.getScheme())
                || endpoint.getHost() == null
                || endpoint.getPort() < 0) {
            throw new IllegalArgumentException(
                    "-Dendpoint wants an address such as http://127.0.0.1:4566, not " + endpoint);
        }
        return endpoint.getHost().equals(Loopback.HOST) ? endpoint.getPort() : open(endpoint);
    }

    private static int open(URI endpoint) {
        try {
            var server = new ServerSocket(0, BACKLOG, InetAddress.ofLiteral(Loopback.HOST));
            Thread.ofVirtual().start(() -> serve(server, endpoint));
            return server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket server, URI endpoint) {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                var far = new Socket(endpoint.getHost(), endpoint.getPort());
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            } catch (IOException _) {
                // The far side is away: the caller sees its connection end, and this one goes on.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One side has closed; so has the other now.
        }
    }
}
