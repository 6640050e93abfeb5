package dev.easel.local;

import com.sun.net.httpserver.HttpServer;

import dev.easel.emulator.Emulator;
import dev.easel.emulator.Loopback;

import java.net.URI;
import java.util.concurrent.ExecutorService;

/// In the place of the providers somebody who answers 503 to everything: a stack without a simulator never calls a real one by accident.
final class AbsentProviders implements Emulator {

    private static final int UNAVAILABLE = 503;

    private final HttpServer server;

    AbsentProviders(int port) {
        server = Loopback.server(port, Ports.SIMULATOR_FLAG);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(UNAVAILABLE, -1);
                    }
                });
        server.start();
    }

    @Override
    public URI uri() {
        return Loopback.uri(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        if (server.getExecutor() instanceof ExecutorService executor) {
            executor.shutdownNow();
        }
    }
}
