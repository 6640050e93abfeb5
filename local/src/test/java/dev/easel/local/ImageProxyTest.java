package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// `GET /v1/images?url=` over HTTP: pictures of allowed hosts under the type that they have.
class ImageProxyTest {

    private static final byte[] COFFEE = Scene.photo("coffee.png");

    private static HttpServer host;

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @BeforeAll
    static void start() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/mute.bin", "application/octet-stream", 200, COFFEE);
        serve("/lies.png", "image/png", 200, Scene.photo("rocket.jpg"));
        serve("/page.png", "image/png", 200, "<html>".getBytes(StandardCharsets.UTF_8));
        serve("/drawing.svg", "image/svg+xml", 200, "<svg/>".getBytes(StandardCharsets.UTF_8));
        serve("/large.png", "image/png", 200, Arrays.copyOf(COFFEE, 4 * 1024 * 1024 + 1));
        serve("/full.png", "image/png", 200, Arrays.copyOf(COFFEE, 4 * 1024 * 1024));
        serve("/gone.png", "image/png", 403, COFFEE);
        host.start();
    }

    private static void serve(String path, String type, int status, byte[] body) {
        host.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.getResponseHeaders().set("Set-Cookie", "a=b");
                    exchange.getResponseHeaders().set("Server", "a secret");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    @AfterAll
    static void stop() {
        host.stop(0);
    }

    @AfterEach
    void hangUp() {
        api.close();
    }

    @Test
    void aPictureIsServedUnderTheTypeThatItsBytesHave() {
        var mute = image(at("/mute.bin"));
        var lies = image(at("/lies.png"));

        assertThat(mute.statusCode()).isEqualTo(200);
        assertThat(mute.body()).isEqualTo(COFFEE);
        assertThat(mute.headers().firstValue("content-type")).contains("image/png");
        assertThat(lies.headers().firstValue("content-type")).contains("image/jpeg");
    }

    @Test
    void nothingOfTheOtherSideIsPassedOnAndNothingRuns() {
        var headers = image(at("/mute.bin")).headers();

        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("content-security-policy"))
                .contains("default-src 'none'; sandbox");
        assertThat(headers.firstValue("content-disposition"))
                .contains("inline; filename=\"image.png\"");
        assertThat(headers.firstValue("cache-control")).contains("public, max-age=3600");
        assertThat(headers.firstValue("set-cookie")).isEmpty();
        assertThat(headers.firstValue("server")).isEmpty();
    }

    @Test
    void fourMebibytesAreServedAndOneByteMoreIsNot() {
        assertThat(image(at("/full.png")).body()).hasSize(4 * 1024 * 1024);
        assertRefused(image(at("/large.png")), 413, "image-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "/page.png, 415, not-an-image",
        "/drawing.svg, 415, not-an-image",
        "/gone.png, 502, image-unavailable",
        "/nowhere.png, 502, image-unavailable"
    })
    void whatIsNoPictureIsNotServed(String path, int status, String code) {
        assertRefused(image(at(path)), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a.png, 403, host-not-allowed",
        "https://evil-127.0.0.1.example.org/a.png, 403, host-not-allowed",
        "http://169.254.169.254/latest/meta-data/, 400, invalid-request",
        "http://localhost/a.png, 400, invalid-request",
        "file:///etc/passwd, 400, invalid-request",
        "https://127.0.0.1@example.org/a.png, 400, invalid-request",
        "not an address, 400, invalid-request",
        "'', 400, invalid-request"
    })
    void aLinkThatLeadsElsewhereIsRefusedBeforeAnybodyIsAsked(String url, int status, String code) {
        var answer = image(url);

        assertRefused(answer, status, code);
        if (status == 400) {
            assertThat(Api.json(answer).at("/violations/0/pointer").asText()).isEqualTo("url");
        }
    }

    @Test
    void whatIsNotAskedForByNameIsNoParameter() {
        var answer = api.get("/v1/images?url=https://example.org/a.png&width=3");

        assertRefused(answer, 400, "invalid-request");
        assertThat(Api.json(answer).at("/violations/0/pointer").asText()).isEqualTo("width");
    }

    @Test
    void itsFunctionHoldsNothingThatCouldBeTaken() {
        assertThat(stack.environment("ImageProxyFunction").keySet())
                .filteredOn(name -> !name.startsWith("AWS_"))
                .filteredOn(name -> name.matches(".*(TABLE|BUCKET|QUEUE|BUS|SECRET|KEY).*"))
                .isEmpty();
        assertThat(stack.environment("ImageProxyFunction")).containsKey("IMAGE_HOSTS");
    }

    /// Last of all: it uses the tokens up, and waits until there are some again.
    @Test
    void whoWantsAProxyFindsASlowOne() {
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            if (api.get("/v1/images").statusCode() == 429) {
                refused++;
            }
        }

        assertThat(refused).isPositive();
        LockSupport.parkNanos(2_500_000_000L);
    }

    private HttpResponse<byte[]> image(String url) {
        var path = "/v1/images?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        var answer = api.get(path);
        while (answer.statusCode() == 429) {
            LockSupport.parkNanos(200_000_000L);
            answer = api.get(path);
        }
        return answer;
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + host.getAddress().getPort() + path;
    }

    private static void assertRefused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(Api.json(answer).path("code").asText()).isEqualTo(code);
    }
}
