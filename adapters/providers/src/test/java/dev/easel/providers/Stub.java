package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real HTTP server that gives recorded replies in order, the last one for ever, and remembers
/// what it was asked.
final class Stub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Stub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Stub answers(int status, String recorded) {
        return answers(status, recorded, Map.of());
    }

    Stub answers(int status, String recorded, Map<String, String> headers) {
        try {
            answers.add(
                    new Answer(
                            status,
                            headers,
                            Files.readAllBytes(Recorded.FOLDERS.resolve(recorded))));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stub says(int status, String body) {
        answers.add(new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /// Says blanks, until nobody listens any more.
    Stub neverEnds() {
        return says(-2, "");
    }

    /// Reads the request and hangs up.
    Stub hangsUp() {
        return says(0, "");
    }

    /// Reads the request and says nothing.
    Stub staysMute() {
        return says(-1, "");
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Request only() {
        if (requests.size() != 1) {
            throw new AssertionError("not one request but " + requests);
        }
        return requests.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                    new Request(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                            exchange.getRequestHeaders(),
                            body));
            var answer = next();
            switch (answer.status) {
                case -2 -> babble(exchange);
                case -1 -> Thread.sleep(60_000);
                case 0 -> throw new IOException("hanging up");
                default -> send(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(
                answer.status, answer.body.length == 0 ? -1 : answer.body.length);
        exchange.getResponseBody().write(answer.body);
    }

    private static void babble(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        while (true) {
            exchange.getResponseBody().write(blanks);
        }
    }

    /// One request, as it arrived.
    record Request(String line, Headers headers, String body) {
        /// Empty where there is none.
        String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }

        String authorization() {
            return header("Authorization");
        }

        String idempotencyKey() {
            return header("Idempotency-Key");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Answer(int status, Map<String, String> headers, byte[] body) {}
}
