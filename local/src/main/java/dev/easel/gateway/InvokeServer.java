package dev.easel.gateway;

import com.sun.net.httpserver.HttpServer;

import dev.easel.emulator.Loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Lambda's Invoke on a port of its own, where the services of Amazon that it is usually beside run in
/// another process.
public final class InvokeServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private InvokeServer(HttpServer server) {
        this.server = server;
    }

    public static InvokeServer start(InvokeApi api) {
        try {
            var started =
                    new InvokeServer(
                            HttpServer.create(new InetSocketAddress(Loopback.HOST, 0), 0));
            started.server.setExecutor(started.threads);
            started.server.createContext(InvokeApi.PATH, api);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return Loopback.uri(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
