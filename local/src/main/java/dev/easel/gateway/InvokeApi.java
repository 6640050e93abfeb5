package dev.easel.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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
            var reply =
                    answer(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().putAll(reply.headers());
            exchange.sendResponseHeaders(
                    reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    /// The same, for whoever has read the request already.
    HttpReply answer(String method, String path, byte[] event) {
        if (!method.equals("POST") || !path.endsWith(END)) {
            return HttpReply.json(
                    404, error("UnknownOperationException", "Only Invoke is spoken here."));
        }
        var name = path.substring(PATH.length(), path.length() - END.length());
        try {
            return HttpReply.json(200, functions.apply(name, event));
        } catch (IllegalArgumentException e) {
            return HttpReply.json(
                    404, error("ResourceNotFoundException", String.valueOf(e.getMessage())));
        } catch (InvocationFailed e) {
            var failed = HttpReply.json(200, error(e.errorType(), String.valueOf(e.getMessage())));
            var headers = new HashMap<>(failed.headers());
            headers.put("x-amz-function-error", List.of("Unhandled"));
            return failed.withHeaders(headers);
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
}
