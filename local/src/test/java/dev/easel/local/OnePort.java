package dev.easel.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;

import dev.easel.emulator.DynamoEmulator;
import dev.easel.emulator.EventsEmulator;
import dev.easel.emulator.Loopback;
import dev.easel.emulator.S3Emulator;
import dev.easel.emulator.SqsEmulator;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The embedded emulators behind one port, as LocalStack has it: `-Pendpoint` is tried with it on a
/// machine without Docker. A process of its own:
///
/// `java -Djdk.httpclient.allowRestrictedHeaders=host -cp ... dev.easel.local.OnePort 4566`
final class OnePort {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CONNECTIONS_OWN =
            Set.of("connection", "content-length", "transfer-encoding", "expect", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder = LiveStack.folder();
    private final URI dynamo = DynamoEmulator.start(0, folder.resolve("dynamodb")).uri();
    private final URI sqs = SqsEmulator.start(0).uri();
    private final URI s3 = S3Emulator.start(0, folder.resolve("s3"), List.of()).uri();

    /// What was made over there: the embedded emulator is given it at its start.
    private final Set<String> buses = new HashSet<>();

    private final Map<String, String> secrets = new HashMap<>();
    private @Nullable EventsEmulator events;

    private OnePort() {}

    static void main(String[] arguments) {
        var front = new OnePort();
        var server = Loopback.server(Integer.parseInt(arguments[0]), "the first argument");
        server.createContext("/", front::serve);
        server.start();
        System.out.println("ready");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var body = exchange.getRequestBody().readAllBytes();
            if (target != null && isMade(target, body)) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            } else {
                forward(exchange, service(target), body);
            }
        }
    }

    private synchronized boolean isMade(String target, byte[] body) throws IOException {
        switch (target) {
            case "AWSEvents.CreateEventBus" -> buses.add(name(body));
            case "AWSEvents.DeleteEventBus" -> buses.remove(name(body));
            case "AmazonSSM.PutParameter" ->
                    secrets.put(name(body), JSON.readTree(body).path("Value").asText());
            case "AmazonSSM.DeleteParameter" -> secrets.remove(name(body));
            default -> {
                return false;
            }
        }
        if (events != null) {
            events.close();
            events = null;
        }
        return true;
    }

    private static String name(byte[] body) throws IOException {
        JsonNode request = JSON.readTree(body);
        return request.path("Name").asText();
    }

    private synchronized URI service(@Nullable String target) {
        if (target == null) {
            return s3;
        }
        if (target.startsWith("DynamoDB_")) {
            return dynamo;
        }
        if (target.startsWith("AmazonSQS.")) {
            return sqs;
        }
        if (events == null) {
            events = EventsEmulator.start(0, folder, buses, secrets);
        }
        return events.uri();
    }

    private void forward(HttpExchange exchange, URI service, byte[] body) throws IOException {
        var request =
                HttpRequest.newBuilder(service.resolve(exchange.getRequestURI().toString()))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!CONNECTIONS_OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!CONNECTIONS_OWN.contains(name) && !name.startsWith(":")) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            var bytes = answer.body();
            boolean bare = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            if (bare) {
                answer.headers()
                        .firstValue("content-length")
                        .ifPresent(l -> exchange.getResponseHeaders().set("Content-Length", l));
            }
            exchange.sendResponseHeaders(answer.statusCode(), bare ? -1 : bytes.length);
            if (!bare) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
