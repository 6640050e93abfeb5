package dev.easel.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Answers with the event it was given; the path tells it to do worse.
public final class EchoHandler implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> env;

    public EchoHandler(Map<String, String> env) {
        this.env = env;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        var event = JSON.readTree(input);
        switch (event.path("rawPath").asText()) {
            case "/v1/things/throw" -> throw new IllegalStateException("as asked");
            case "/v1/things/hang" -> hang();
            case "/v1/things/env" -> JSON.writeValue(output, env);
            case "/v1/files/picture" -> picture(output);
            default -> {
                var reply =
                        JSON.createObjectNode()
                                .put("statusCode", 201)
                                .put("body", event.toString());
                reply.putObject("headers")
                        .put("X-Own", context.getFunctionName())
                        .put("Access-Control-Allow-Origin", "*");
                reply.putArray("cookies").add("a=1; Path=/").add("b=2");
                JSON.writeValue(output, reply);
            }
        }
    }

    private static void picture(OutputStream output) throws IOException {
        var reply = JSON.createObjectNode().put("statusCode", 200).put("isBase64Encoded", true);
        reply.put("body", Base64.getEncoder().encodeToString(new byte[] {-1, 0, 1}));
        reply.putObject("headers").put("content-type", "image/png");
        JSON.writeValue(output, reply);
    }

    private static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
