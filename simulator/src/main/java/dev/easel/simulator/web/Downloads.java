package dev.easel.simulator.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/// Fetches what a request points at: `http`, `https` and `data` URLs, bounded in size and in time.
public final class Downloads implements AutoCloseable {

    public static final int BYTES_MAX = 50 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /// What came: the type that was declared, without its parameters, and the bytes.
    public record Download(String contentType, Body body) {}

    /// Throws an [IOException] that says what went wrong in a few words.
    public Download fetch(String url) throws IOException {
        return url.startsWith("data:") ? inline(url) : remote(url);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Download remote(String url) throws IOException {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new IOException("media URL must use HTTP(S) or data URI");
        }
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var stream = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the URL answered " + response.statusCode());
                }
                var bytes = stream.readNBytes(BYTES_MAX + 1);
                if (bytes.length > BYTES_MAX) {
                    throw new IOException("more than " + BYTES_MAX + " bytes");
                }
                var type =
                        response.headers()
                                .firstValue("Content-Type")
                                .orElse("application/octet-stream");
                return new Download(bare(type), Body.of(bytes));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not a URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Download inline(String url) throws IOException {
        int comma = url.indexOf(',');
        if (comma < 0 || !url.substring(0, comma).endsWith(";base64")) {
            throw new IOException("only base64 data URIs are read");
        }
        try {
            var bytes =
                    Base64.getDecoder()
                            .decode(url.substring(comma + 1).getBytes(StandardCharsets.US_ASCII));
            return new Download(bare(url.substring("data:".length(), comma)), Body.of(bytes));
        } catch (IllegalArgumentException e) {
            throw new IOException("the data URI is not base64", e);
        }
    }

    private static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
