package dev.easel.emulator;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Executors;

/// The one interface that anything here listens on: nothing of a laptop's stack is for the network
/// around it.
public final class Loopback {

    public static final String HOST = "127.0.0.1";
    private static final int PORT_MAX = 65_535;

    static {
        // Without it the JDK's server holds the last packet of an answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Loopback() {}

    /// The port itself if it is free, any free one for 0.
    ///
    /// Asked before a server starts: each of the servers complains of a taken port in its own
    /// words, some only in a log, and all addresses must be known before the first handler is
    /// built.
    public static int claim(int port, String flag) {
        if (port < 0 || port > PORT_MAX) {
            throw new EmulatorException(
                    "%d is no port; %s takes 0 to %d.".formatted(port, flag, PORT_MAX));
        }
        try (var socket = new ServerSocket()) {
            // As the servers do: a port whose last connections are still winding down is free.
            socket.setReuseAddress(true);
            socket.bind(address(port));
            return socket.getLocalPort();
        } catch (IOException _) {
            throw new PortInUse(port, flag);
        }
    }

    public static URI uri(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    /// A server of the JDK whose every exchange has a virtual thread. Not started yet.
    public static HttpServer server(int port, String flag) {
        try {
            var server = HttpServer.create(address(claim(port, flag)), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A socket that already takes connections.
    public static ServerSocket socket(int port, String flag) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address(claim(port, flag)));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }
}
