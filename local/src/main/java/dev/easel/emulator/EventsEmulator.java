package dev.easel.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/// EventBridge's PutEvents and the reading half of SSM's Parameter Store, over AWS JSON 1.1.
///
/// No embeddable emulator of either was to be found; Easel uses four operations, so these four are
/// spoken here.
public final class EventsEmulator implements Emulator {

    public static final String FLAG = "--events-port";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final HttpServer server;
    private final URI uri;
    private final EventBuses buses;
    private final ParameterStore parameters;

    private EventsEmulator(HttpServer server, EventBuses buses, ParameterStore parameters) {
        this.server = server;
        this.uri = Loopback.uri(server.getAddress().getPort());
        this.buses = buses;
        this.parameters = parameters;
    }

    /// `names` are the buses besides `default`; `secrets` the values of the Parameter Store; every
    /// event is appended to `events.jsonl` in the folder.
    public static EventsEmulator start(
            int port, Path folder, Set<String> names, Map<String, String> secrets) {
        var server = Loopback.server(port, FLAG);
        var buses = new EventBuses(names, folder.resolve("events.jsonl"), Clock.systemUTC());
        var emulator = new EventsEmulator(server, buses, new ParameterStore(secrets));
        server.createContext("/", emulator::serve);
        server.start();
        return emulator;
    }

    @Override
    public URI uri() {
        return uri;
    }

    /// Tells `listener` of every event from now on, in the thread of the one who put it.
    public void listen(Consumer<BusEvent> listener) {
        buses.listen(listener);
    }

    /// The last thousand events, oldest first.
    public List<BusEvent> recent() {
        return buses.recent();
    }

    /// Serves another service's path on the same port.
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var body = exchange.getRequestBody().readAllBytes();
            try {
                answer(exchange, OK, call(String.valueOf(target), JSON.readTree(body)));
            } catch (AwsError e) {
                var error = JsonNodeFactory.instance.objectNode();
                answer(
                        exchange,
                        BAD_REQUEST,
                        error.put("__type", e.type()).put("message", e.getMessage()));
            }
        }
    }

    private JsonNode call(String target, JsonNode request) throws AwsError {
        return switch (target) {
            case "AWSEvents.PutEvents" -> buses.put(request);
            case "AmazonSSM.GetParameter" -> parameters.one(request);
            case "AmazonSSM.GetParameters" -> parameters.several(request);
            case "AmazonSSM.GetParametersByPath" -> parameters.byPath(request);
            default ->
                    throw new AwsError("UnknownOperationException", "Not spoken here: " + target);
        };
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body)
            throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        if (server.getExecutor() instanceof ExecutorService executor) {
            executor.shutdownNow();
        }
    }

    /// An error that the SDK turns into the exception of the same name.
    static final class AwsError extends Exception {
        private static final long serialVersionUID = 1;

        private final String type;

        AwsError(String type, String message) {
            super(message);
            this.type = type;
        }

        String type() {
            return type;
        }
    }
}
