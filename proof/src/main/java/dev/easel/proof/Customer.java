package dev.easel.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody who orders and asks, and who lives with an API that is away: an order that got no
/// answer is sent again under its key, as the README tells everybody to.
final class Customer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SILENCE = 0;

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    /// Every customer calls from an address of its own, as far as the machine has them: Linux takes
    /// all of 127.0.0.0/8 for its own.
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(address(CUSTOMERS.incrementAndGet()))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI api;

    Customer(URI api) {
        this.api = api;
    }

    /// What came back; status 0 where nothing did.
    record Told(int status, JsonNode body, boolean retryAfter) {
        boolean ok() {
            return status / 100 == 2;
        }

        /// A generation that rests is read without Retry-After.
        boolean rests() {
            return status == 200 && !retryAfter;
        }
    }

    Told order(String key, ObjectNode order) {
        return send(
                HttpRequest.newBuilder(api.resolve("/v1/generations"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(order.toString())));
    }

    Told read(String id) {
        return send(HttpRequest.newBuilder(api.resolve("/v1/generations/" + id)));
    }

    private static InetAddress address(int number) {
        return System.getProperty("os.name").startsWith("Linux")
                ? InetAddress.ofLiteral("127.2." + number / 250 + "." + (number % 250 + 1))
                : InetAddress.getLoopbackAddress();
    }

    private Told send(HttpRequest.Builder building) {
        try {
            return told(http.send(building.timeout(PATIENCE).build(), BodyHandlers.ofByteArray()));
        } catch (IOException _) {
            return new Told(SILENCE, MissingNode.getInstance(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Told told(HttpResponse<byte[]> response) throws IOException {
        return new Told(
                response.statusCode(),
                Town.JSON.readTree(response.body()),
                response.headers().firstValue("retry-after").isPresent());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
