package dev.easel.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/// Lambda's own Invoke call, so that a running stack can be asked to run one function: `POST
/// /2015-03-31/functions/NAME/invocations`.
public final class InvokeApi implements HttpHandler {

    public static final String PATH = "/2015-03-31/functions/";

    private static final String END = "/invocations";

    private final BiFunction<String, byte[], byte[]> functions;

    /// `functions` runs a function by its name and throws [InvocationFailed], or
    /// IllegalArgumentException for a name that it does not know.
    public InvokeApi(BiFunction<String, byte[], byte[]> functions) {
        this.functions = functions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var event = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("POST") || !path.endsWith(END)) {
                answer(
                        exchange,
                        404,
                        error("UnknownOperationException", "Only Invoke is spoken here."));
                return;
            }
            var name = path.substring(PATH.length(), path.length() - END.length());
            try {
                answer(exchange, 200, functions.apply(name, event));
            } catch (IllegalArgumentException e) {
                answer(
                        exchange,
                        404,
                        error("ResourceNotFoundException", String.valueOf(e.getMessage())));
            } catch (InvocationFailed e) {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                answer(exchange, 200, error(e.errorType(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static byte[] error(String type, String message) {
        var error =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("errorMessage", message)
                        .put("errorType", type);
        return error.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
