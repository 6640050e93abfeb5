package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

import dev.easel.gateway.FunctionRuntime;
import dev.easel.gateway.HttpFront;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The content-type fixer as callers meet it: through the gateway, as template.yaml declares it, in
/// front of a host that says all kinds of things. The host is this machine, which a setting names.
class ImageFixTest {

    private static final byte[] PNG = TestPictures.png(40, 30);
    private static final int BYTES_MAX = 4 * 1024 * 1024;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private HttpServer host;
    private FunctionRuntime function;
    private HttpFront front;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.start();
        open(Map.of("ImageFetchesPerSecond", "1000"));
    }

    private void open(Map<String, String> parameters) {
        var template = template(parameters);
        var fix = template.function("ImageFixFunction").orElseThrow();
        function =
                FunctionRuntime.start(
                        fix, fix.environment(), new PrintStream(log, true, StandardCharsets.UTF_8));
        front = HttpFront.start(0, List.of(function), template, Clock.systemUTC());
        api = new Api(front.uri());
    }

    private Template template(Map<String, String> parameters) {
        var all = new HashMap<>(parameters);
        all.put("ImageHosts", "cdn.example.com," + origin());
        return TemplateFile.read(LiveStack.PROJECT.resolve("template.yaml"))
                .resolve(all, URI.create("http://127.0.0.1:1"));
    }

    @AfterEach
    void stop() {
        api.close();
        front.close();
        function.close();
        host.stop(0);
    }

    @Test
    void aPictureThatIsCalledAStreamOfBytesIsCalledAPicture() {
        serve("/a", "application/octet-stream", PNG);

        var answer = fix(origin() + "/a?X-Amz-Signature=1&x=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PNG);
        assertThat(header(answer, "content-type")).isEqualTo("image/png");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "content-security-policy"))
                .isEqualTo("default-src 'none'; sandbox");
        assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("same-site");
        assertThat(header(answer, "content-disposition"))
                .isEqualTo("inline; filename=\"image.png\"");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=3600");
    }

    @Test
    void nothingOfTheHostsOwnHeadersComesThrough() {
        host.createContext(
                "/a",
                exchange -> {
                    exchange.getResponseHeaders().set("Set-Cookie", "a=b");
                    exchange.getResponseHeaders().set("X-Own", "1");
                    exchange.getResponseHeaders().set("Content-Disposition", "attachment");
                    exchange.sendResponseHeaders(200, PNG.length);
                    exchange.getResponseBody().write(PNG);
                    exchange.close();
                });

        var headers = fix(origin() + "/a").headers().map();

        assertThat(headers).doesNotContainKeys("set-cookie", "x-own");
        assertThat(headers.get("content-disposition"))
                .hasSize(1)
                .allMatch(one -> one.startsWith("inline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF87a", "GIF89a"})
    void aGifIsShown(String signature) {
        serve("/a", "image/png", (signature + "(\0\36\0").getBytes(StandardCharsets.ISO_8859_1));

        var answer = fix(origin() + "/a");

        assertThat(header(answer, "content-type")).isEqualTo("image/gif");
        assertThat(header(answer, "content-disposition")).endsWith("image.gif\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "{}",
                "",
                "GIF89a",
                "GIF89a\0\0\0\0"
            })
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String bytes) {
        serve("/a", "image/png", bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertProblem(fix(origin() + "/a"), 415, "not-an-image");
    }

    @Test
    void fourMebibytesAreServedAndOneByteMoreIsNot() {
        serve("/most", "image/png", Arrays.copyOf(PNG, BYTES_MAX));
        serve("/more", "image/png", Arrays.copyOf(PNG, BYTES_MAX + 1));

        assertThat(fix(origin() + "/most").body()).hasSize(BYTES_MAX);
        assertProblem(fix(origin() + "/more"), 413, "image-too-large");
    }

    @Test
    void aFewBytesThatClaimFourThousandMillionPixelsAreTooLarge() {
        var bytes = PNG.clone();
        for (int at : new int[] {18, 19, 22, 23}) {
            bytes[at] = (byte) 0xff;
        }
        serve("/a", "image/png", bytes);

        assertProblem(fix(origin() + "/a"), 413, "image-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.example.com/a.png",
                "https://127.0.0.1/a.png",
                "http://169.254.169.254/latest/meta-data/",
                "https://user@cdn.example.com/a.png",
                "https://cdn.example.com/a.png#b",
                "file:///proc/self/environ",
                "cdn.example.com/a.png"
            })
    void anAddressThatNobodyMayAskForIsNamedAsTheField(String url) {
        var problem = assertProblem(fix(url), 400, "invalid-request");

        assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo("/url");
        assertThat(problem.at("/violations/0/reason").asText()).startsWith("cannot be fetched: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?url=", "?URL=a", "?url=https://cdn.example.com/a?b=1&c=2"})
    void theAddressIsTheOneParameter(String query) {
        var problem = assertProblem(api.get("/v1/images" + query), 400, "invalid-request");

        assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo("/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "https://cdn.example.com.evil.com/a.png",
                "https://other.example.com/a.png"
            })
    void aHostThatIsNotListedIsNotAsked(String url) {
        assertProblem(fix(url), 403, "host-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing", "/inside", "/unlisted", "/packed"})
    void whyNothingCameStandsInTheLogAlone(String path) {
        redirect("/inside", "http://169.254.169.254/");
        redirect("/unlisted", "https://other.example.com/");
        host.createContext(
                "/packed",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });

        var problem = assertProblem(fix(origin() + path + "?secret=1"), 424, "image-unavailable");

        assertThat(problem.path("detail").asText())
                .isEqualTo("It could not be fetched from its host. Its address may have died.");
    }

    @Test
    void theRouteIsThrottled() {
        serve("/a", "image/png", PNG);
        stopFront();
        open(Map.of("ImageFetchesPerSecond", "1"));

        assertThat(fix(origin() + "/a").statusCode()).isEqualTo(200);
        var refused = fix(origin() + "/a");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Api.json(refused).path("message").asText()).isEqualTo("Too Many Requests");
    }

    @Test
    void onlyGetIsAnswered() {
        var head = HttpRequest.newBuilder(front.uri().resolve("/v1/images?url=x")).HEAD().build();

        assertThat(api.send(head).statusCode()).isEqualTo(404);
        assertThat(api.post("/v1/images?url=x", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theFunctionHasNothingThatCouldBeStolen() {
        var fix = template(Map.of()).function("ImageFixFunction").orElseThrow();

        assertThat(fix.environment().keySet())
                .containsExactlyInAnyOrder("IMAGE_HOSTS", "IMAGE_BYTES_MAX", "IMAGE_PIXELS_MAX");
    }

    private void stopFront() {
        api.close();
        front.close();
        function.close();
    }

    private HttpResponse<byte[]> fix(String url) {
        return api.get("/v1/images?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }

    private static JsonNode assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        var problem = Api.json(answer);
        assertThat(answer.statusCode()).as(problem.toString()).isEqualTo(status);
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private String origin() {
        return "http://127.0.0.1:" + host.getAddress().getPort();
    }

    private void serve(String path, String type, byte[] body) {
        host.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private void redirect(String path, String location) {
        host.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
    }
}
