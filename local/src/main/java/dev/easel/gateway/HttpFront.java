package dev.easel.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.easel.emulator.Emulator;
import dev.easel.emulator.Loopback;
import dev.easel.template.Cors;
import dev.easel.template.Trigger.Route;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/// The HTTP API in front of the functions: routes, payload format 2.0, CORS, and the gateway's own
/// errors.
public final class HttpFront implements Emulator {

    public static final String FLAG = "--port";

    private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

    private final HttpServer server;
    private final Routes routes;
    private final CorsAnswer cors;
    private final Clock clock;

    private HttpFront(HttpServer server, Routes routes, CorsAnswer cors, Clock clock) {
        this.server = server;
        this.routes = routes;
        this.cors = cors;
        this.clock = clock;
    }

    /// Serves every route of these functions.
    public static HttpFront start(
            int port, Collection<FunctionRuntime> functions, List<Cors> cors, Clock clock) {
        var routes = new Routes();
        for (var function : functions) {
            for (var trigger : function.function().triggers()) {
                if (trigger instanceof Route route) {
                    routes.add(route, function);
                }
            }
        }
        var front = new HttpFront(Loopback.server(port, FLAG), routes, new CorsAnswer(cors), clock);
        front.server.createContext("/", front::serve);
        front.server.start();
        return front;
    }

    @Override
    public URI uri() {
        return Loopback.uri(server.getAddress().getPort());
    }

    /// Serves another service's path on the same port.
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var requestId = UUID.randomUUID().toString();
            var preflight =
                    cors.isPreflight(exchange.getRequestMethod(), exchange.getRequestHeaders());
            var reply = preflight ? HttpReply.empty(204) : answer(exchange, requestId);
            write(exchange, reply, requestId, preflight);
        }
    }

    private HttpReply answer(HttpExchange exchange, String requestId) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var match = routes.find(exchange.getRequestMethod(), path);
        if (match.isEmpty()) {
            return HttpReply.message(404, "Not Found");
        }
        var body = body(exchange);
        if (body.isEmpty()) {
            return HttpReply.message(413, "Request Entity Too Large");
        }
        var event = HttpEvent.of(exchange, body.get(), match.get(), requestId, clock.instant());
        try {
            var answer =
                    match.get()
                            .function()
                            .invoke(event.toString().getBytes(StandardCharsets.UTF_8));
            return HttpReply.read(answer);
        } catch (InvocationFailed e) {
            return e.timedOut()
                    ? HttpReply.message(503, "Service Unavailable")
                    : HttpReply.message(500, "Internal Server Error");
        } catch (IOException _) {
            return HttpReply.message(500, "Internal Server Error");
        }
    }

    /// Empty: it is larger than the gateway takes.
    private static Optional<byte[]> body(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        return body.length > BODY_BYTES_MAX ? Optional.empty() : Optional.of(body);
    }

    private void write(HttpExchange exchange, HttpReply reply, String requestId, boolean preflight)
            throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers()
                .forEach((name, values) -> {
                    if (!cors.drops(name) && !name.equals("content-length")) {
                        headers.put(name, values);
                    }
                });
        headers.set("apigw-requestid", requestId);
        cors.write(exchange.getRequestHeaders(), headers, preflight);
        var bodyless = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(reply.body().length));
        }
        exchange.sendResponseHeaders(reply.status(), bodyless ? -1 : reply.body().length);
        if (!bodyless) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        if (server.getExecutor() instanceof ExecutorService executor) {
            executor.shutdownNow();
        }
    }
}
