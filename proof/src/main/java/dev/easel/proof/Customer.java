package dev.easel.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Somebody at an address of their own who orders and asks, and who lives with an API that is away: an order that got no
/// answer is sent again under its key, as the README tells everybody to.
final class Customer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SILENCE = 0;

    /// The next one's address.
    private static final AtomicInteger ADDRESSES = new AtomicInteger(2);

    private final HttpClient http;
    private final URI api;

    Customer(URI api) {
        this.api = api;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .localAddress(address(ADDRESSES.getAndIncrement()))
                        .build();
    }

    /// Limits count by address. On Linux all of 127.0.0.0/8 is this machine; elsewhere 127.0.0.1 may
    /// be all there is, and everybody is one caller.
    private static InetAddress address(int number) {
        var own = InetAddress.ofLiteral("127.0." + number / 256 + "." + number % 256);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(own, 0));
            return own;
        } catch (IOException _) {
            return InetAddress.getLoopbackAddress();
        }
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
