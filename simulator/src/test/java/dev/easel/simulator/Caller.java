package dev.easel.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

import javax.imageio.ImageIO;

/// Speaks to a simulator as a customer would.
final class Caller implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String PHOTO = picture(false);
    static final String MASK = picture(true);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Simulator simulator;

    Caller(Simulator simulator) {
        this.simulator = simulator;
    }

    /// A JSON answer.
    record Told(int status, JsonNode body) {}

    Told post(String path, JsonNode body, String... headers)
            throws IOException, InterruptedException {
        return told(
                request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Told put(String path, String body) throws IOException, InterruptedException {
        return told(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Told get(String path, String... headers) throws IOException, InterruptedException {
        return told(request(path, headers));
    }

    HttpResponse<byte[]> fetch(String url) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Any request with any body, answered as bytes.
    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(
                request(path, headers)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /// What the journal has of one kind about one provider.
    JsonNode journal(String provider, String kind) throws IOException, InterruptedException {
        return get("/simulator/journal?provider=" + provider + "&kind=" + kind).body();
    }

    /// Has one provider play a scenario until changed.
    void play(String provider, String scenario) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("scenario", scenario).put("provider", provider);
        var told = put("/simulator/scenario", body.toString());
        if (told.status() != 200) {
            throw new AssertionError(provider + " does not play " + scenario);
        }
    }

    /// Submits a run and waits for its end.
    JsonNode run(String model, ObjectNode input, String... headers)
            throws IOException, InterruptedException {
        var body = JSON.createObjectNode();
        body.set("input", input);
        var created = post("/v1/models/" + model + "/runs", body, headers);
        return await("/v1/runs/" + created.body().path("id").asText());
    }

    JsonNode removal(String... headers) throws IOException, InterruptedException {
        return run("runflow/object-removal", input().put("mask_url", MASK), headers);
    }

    /// Submits what an object removal made for evaluation, and waits for the verdict.
    JsonNode evaluation(String url, String... headers) throws IOException, InterruptedException {
        var body =
                JSON.createObjectNode()
                        .put("generated_image_url", url)
                        .put("task_type", "object-removal");
        var references = body.putArray("reference_images");
        references.addObject().put("url", PHOTO).put("kind", "input");
        references.addObject().put("url", MASK).put("kind", "mask");
        var created = post("/v1/evaluations", body, headers);
        return await(
                "/v1/evaluations/"
                        + created.body().path("id").asText()
                        + "?embed=judges,action,gate_failures");
    }

    JsonNode await(String path) throws IOException, InterruptedException {
        for (int poll = 0; poll < 600; poll++) {
            var record = get(path).body();
            if (!record.path("completed_at").isNull() && record.has("completed_at")) {
                return record;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(path + " does not end");
    }

    static ObjectNode input() {
        return JSON.createObjectNode().put("image_url", PHOTO);
    }

    static String firstUrl(JsonNode run) {
        return run.at("/output/outputs/0/url").asText();
    }

    static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() {
        client.close();
    }

    private Told told(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Told(
                response.statusCode(), isJson ? JSON.readTree(response.body()) : JSON.nullNode());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(simulator.uri().resolve(path))
                        .header("Authorization", "Bearer rf_test_1");
        for (int n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        return request;
    }

    /// A dark disc on a striped ground, or the white box round it on black.
    private static String picture(boolean mask) {
        var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 160; x++) {
                image.setRGB(x, y, x % 8 < 4 ? 0xC09060 : 0x906838);
            }
        }
        var brush = image.createGraphics();
        brush.setColor(mask ? Color.BLACK : new Color(30, 40, 120));
        brush.fillRect(mask ? 0 : 62, mask ? 0 : 42, mask ? 160 : 36, mask ? 120 : 36);
        brush.setColor(mask ? Color.WHITE : new Color(30, 40, 120));
        brush.fillRect(mask ? 58 : 62, mask ? 38 : 42, mask ? 44 : 36, mask ? 44 : 36);
        brush.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
