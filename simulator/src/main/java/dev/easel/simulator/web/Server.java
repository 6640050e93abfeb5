package dev.easel.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on this machine alone, a virtual thread for each request.
public final class Server implements AutoCloseable {

    /// The largest request body; more is answered 413. Some take their pictures inline.
    public static final int BODY_BYTES_MAX = 32 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Handler handler;

    private Server(HttpServer server, ExecutorService threads, Handler handler) {
        this.server = server;
        this.threads = threads;
        this.handler = handler;
    }

    /// Binds 127.0.0.1; port 0 is any free one. Throws [UncheckedIOException] that names the port
    /// if it is taken.
    public static Server bind(int port, Handler handler) {
        try {
            var address =
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            var http = HttpServer.create(address, 0);
            var server = new Server(http, Executors.newVirtualThreadPerTaskExecutor(), handler);
            http.createContext("/", server::serve);
            http.setExecutor(server.threads);
            return server;
        } catch (BindException e) {
            throw new UncheckedIOException("port " + port + " of 127.0.0.1 is in use", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                send(exchange, Reply.html(413, "<h1>413 Request Entity Too Large</h1>"));
                return;
            }
            switch (reply(request(exchange, body))) {
                case Reply.Answer answer -> send(exchange, answer);
                case Reply.Hang(var patience, _) -> sleep(patience);
                case Reply.Reset _ -> {}
                case Reply.Garbled(var arriving, _) -> send(exchange, arriving);
                case Reply.Drip(var answer, var pause) -> drip(exchange, answer, pause);
            }
        }
    }

    private Reply reply(Request request) throws IOException {
        try {
            return handler.handle(request);
        } catch (IllegalArgumentException e) {
            return Reply.html(400, "<h1>400 Bad Request</h1>");
        }
    }

    private static void send(HttpExchange exchange, Reply.Answer answer) throws IOException {
        begin(exchange, answer);
        boolean empty = answer.body().length() == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length());
        if (!empty) {
            exchange.getResponseBody().write(answer.body().bytes());
        }
    }

    private static void begin(HttpExchange exchange, Reply.Answer answer) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType());
        answer.headers().forEach(headers::set);
    }

    /// Goes on until the other side has had enough.
    private static void drip(HttpExchange exchange, Reply.Answer answer, Duration pause)
            throws IOException {
        begin(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), answer.body().length());
        for (var one : answer.body().bytes()) {
            sleep(pause);
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                query(uri.getRawQuery()),
                headers,
                Body.of(body));
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new HashMap<String, String>();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            query.put(
                    URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void sleep(Duration patience) {
        try {
            Thread.sleep(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
