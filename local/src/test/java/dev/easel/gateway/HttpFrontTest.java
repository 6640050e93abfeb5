package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.template.TemplateFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class HttpFrontTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private static FunctionRuntime echo;
    private static HttpFront front;

    @BeforeAll
    static void start() {
        var template =
                TemplateFile.read(Path.of("src/test/resources/template.yaml"))
                        .resolve(Map.of(), URI.create("http://127.0.0.1:1"));
        var function = template.function("EchoFunction").orElseThrow();
        echo =
                FunctionRuntime.start(
                        function,
                        Map.of("A", "b"),
                        new PrintStream(PrintStream.nullOutputStream()));
        front = HttpFront.start(0, List.of(echo), template, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        front.close();
        echo.close();
        CLIENT.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(front.uri() + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode event(HttpRequest.Builder request) throws Exception {
        return JSON.readTree(send(request).body());
    }

    @Test
    void aRequestBecomesAnEventOfFormatTwo() throws Exception {
        var event =
                event(
                        request("/v1/things/a%20b+c?x=1&x=2&empty=&y=%C3%BC")
                                .header("X-Two", "one")
                                .header("X-Two", "two")
                                .header("Cookie", "s=1; t=2")
                                .header("User-Agent", "test"));

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /v1/things/{id}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/v1/things/a b+c");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&empty=&y=%C3%BC");
        assertThat(event.path("queryStringParameters").toString())
                .isEqualTo("{\"x\":\"1,2\",\"empty\":\"\",\"y\":\"ü\"}");
        assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("a b+c");
        assertThat(event.path("headers").path("x-two").asText()).isEqualTo("one,two");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("cookies").toString()).isEqualTo("[\"s=1\",\"t=2\"]");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.has("body")).isFalse();
        var context = event.path("requestContext");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("time").asText()).isEqualTo("22/Nov/2026:10:15:30 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
        assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
    }

    @Test
    void aJsonBodyIsTextAndAPictureIsBase64() throws Exception {
        var json =
                event(
                        request("/v1/things")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"a\":1}")));
        var picture =
                event(
                        request("/v1/things")
                                .header("Content-Type", "image/png")
                                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2})));

        assertThat(json.path("body").asText()).isEqualTo("{\"a\":1}");
        assertThat(picture.path("isBase64Encoded").asBoolean()).isTrue();
        assertThat(Base64.getDecoder().decode(picture.path("body").asText())).containsExactly(1, 2);
    }

    @Test
    void theMoreSpecificRouteWins() throws Exception {
        assertThat(event(request("/v1/things/latest")).path("routeKey").asText())
                .isEqualTo("GET /v1/things/latest");
        var deep = event(request("/v1/files/a/b.txt").DELETE());
        assertThat(deep.path("routeKey").asText()).isEqualTo("ANY /v1/files/{path+}");
        assertThat(deep.path("pathParameters").path("path").asText()).isEqualTo("a/b.txt");
    }

    @Test
    void theAnswerOfAFunctionIsWrittenAsItSays() throws Exception {
        var answer = send(request("/v1/things/a"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("x-own")).contains("easel-EchoFunction");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
        assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
    }

    @Test
    void aBase64AnswerIsBytes() throws Exception {
        var answer = send(request("/v1/files/picture"));

        assertThat(answer.headers().firstValue("content-type")).contains("image/png");
        assertThat(answer.body()).containsExactly(-1, 0, 1);
    }

    @Test
    void anAnswerWithoutAStatusIsTheBodyOfA200() throws Exception {
        var answer = send(request("/v1/things/env"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).asString().isEqualTo("{\"A\":\"b\"}");
    }

    @Test
    void theGatewaysOwnErrorsAreItsOwn() throws Exception {
        assertError(send(request("/nowhere")), 404, "Not Found");
        assertError(send(request("/v1/things").PUT(BodyPublishers.noBody())), 404, "Not Found");
        assertError(send(request("/v1/things/throw")), 500, "Internal Server Error");
        var large = BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1]);
        assertError(send(request("/v1/things").POST(large)), 413, "Request Entity Too Large");
    }

    @Test
    void aRouteIsThrottledAsTheTemplateSaysAndTheOthersAreNot() throws Exception {
        assertThat(send(request("/v1/rare")).statusCode()).isEqualTo(201);
        assertThat(send(request("/v1/rare")).statusCode()).isEqualTo(201);

        assertError(send(request("/v1/rare")), 429, "Too Many Requests");
        assertThat(send(request("/v1/things/latest")).statusCode()).isEqualTo(201);
    }

    private static void assertError(HttpResponse<byte[]> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).asString().isEqualTo("{\"message\":\"" + message + "\"}");
    }

    @Test
    void aFunctionThatHangsIsCutOffAtItsTimeOut() throws Exception {
        assertError(send(request("/v1/things/hang")), 503, "Service Unavailable");
    }

    @Test
    void thePagesOfTheTemplateMayCallAndWhatAFunctionSaysOfItIsDropped() throws Exception {
        var studio = send(request("/v1/things/a").header("Origin", "https://studio.example.com"));
        var stranger =
                send(request("/v1/things/a").header("Origin", "https://elsewhere.example.com"));

        assertThat(studio.headers().allValues("access-control-allow-origin"))
                .containsExactly("https://studio.example.com");
        assertThat(studio.headers().firstValue("access-control-expose-headers")).contains("etag");
        assertThat(stranger.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void aPreflightIsAnsweredWithoutAFunction() throws Exception {
        var answer =
                send(
                        request("/v1/things")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "https://studio.example.com")
                                .header("Access-Control-Request-Method", "POST"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("access-control-allow-methods"))
                .contains("GET,POST");
        assertThat(answer.headers().firstValue("access-control-allow-headers"))
                .contains("content-type");
        assertThat(answer.headers().firstValue("access-control-max-age")).contains("600");
    }
}
