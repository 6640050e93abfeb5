package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.site.LiveSite;
import dev.easel.site.SiteConfig;
import dev.easel.site.SiteFolder;
import dev.easel.template.Addresses;
import dev.easel.template.TemplateFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The pages of a small folder, behind the distribution of the template that deploys.
class PageFrontTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final URI OBJECTS = URI.create("http://127.0.0.1:4601");

    @TempDir static Path folder;
    private static SiteFolder pages;
    private static HttpFront front;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<script src=\"studio/main.js\"></script>");
        Files.createDirectories(folder.resolve("studio"));
        Files.writeString(
                folder.resolve("studio/main.js"),
                "export const words = '" + "many ".repeat(300) + "';");
        Files.createDirectories(folder.resolve("style"));
        Files.writeString(folder.resolve("style/icon.svg"), "<svg/>");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        pages = new SiteFolder(folder);
        var template =
                TemplateFile.read(Path.of("../template.yaml"))
                        .resolve(Map.of(), new Addresses(NOWHERE, OBJECTS, NOWHERE));
        var site = new LiveSite(pages, new SiteConfig("", List.of(OBJECTS.toString())));
        front = HttpFront.start(0, List.of(), template, site, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        front.close();
        CLIENT.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(front.uri() + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String version(String path) {
        return "/v/" + pages.read().version() + "/" + path;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void theRootIsTheDocumentUnderThePolicyOfTheTemplate() throws Exception {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(version("studio/main.js"));
        assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "strict-transport-security")).isEqualTo("max-age=31536000");
        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .contains("connect-src 'self' " + OBJECTS + ";", "frame-ancestors 'none'")
                .contains("img-src 'self' blob: data: " + OBJECTS + ";")
                .doesNotContain("unsafe", "*", "amazonaws", "\n");
    }

    @ParameterizedTest
    @CsvSource({"studio/main.js, text/javascript; charset=utf-8", "style/icon.svg, image/svg+xml"})
    void whatADocumentIsMadeOfMayBeKeptForEver(String path, String type) throws Exception {
        var answer = get(version(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo(type);
        assertThat(header(answer, "cache-control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "content-security-policy")).startsWith("default-src 'none'");
    }

    @Test
    void whatADocumentIsMadeOfIsCompressedForWhoeverTakesIt() throws Exception {
        var path = version("studio/main.js");
        var plain = get(path);
        var request =
                HttpRequest.newBuilder(URI.create(front.uri() + path))
                        .header("Accept-Encoding", "br, gzip");
        var packed = CLIENT.send(request.build(), BodyHandlers.ofInputStream());

        assertThat(header(packed, "content-encoding")).isEqualTo("gzip");
        assertThat(header(packed, "etag")).isEqualTo("W/" + header(plain, "etag"));
        assertThat(new GZIPInputStream(packed.body()).readAllBytes())
                .asString(UTF_8)
                .isEqualTo(plain.body());
        assertThat(header(plain, "content-encoding")).isEmpty();
        assertThat(header(get("/", "Accept-Encoding", "gzip"), "content-encoding")).isEmpty();
    }

    @Test
    void bothFormsOfWhatMayBeCompressedSayThatThereAreTwo() throws Exception {
        var path = version("studio/main.js");
        var plain = get(path);

        assertThat(header(plain, "vary")).isEqualTo("accept-encoding");
        assertThat(header(get(path, "Accept-Encoding", "gzip"), "vary"))
                .isEqualTo("accept-encoding");
        assertThat(header(get(path, "If-None-Match", header(plain, "etag")), "vary"))
                .isEqualTo("accept-encoding");
        assertThat(header(get(version("style/icon.svg")), "vary")).isEmpty();
    }

    @Test
    void theConfigurationSaysWherePicturesAre() throws Exception {
        var answer = get("/config.json");

        assertThat(answer.body()).contains("\"images\":[\"" + OBJECTS + "\"]");
        assertThat(header(answer, "content-type")).isEqualTo("application/json");
        assertThat(header(answer, "cache-control")).isEqualTo("no-cache");
    }

    @Test
    void whoHasItAlreadyIsToldSoAndNothingMore() throws Exception {
        var etag = header(get("/"), "etag");

        for (var known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            var answer = get("/", "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "etag")).isEqualTo(etag);
        }
        assertThat(get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(header(get(version("studio/main.js")), "etag")).isNotEqualTo(etag).isNotEmpty();
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        var uri = URI.create(front.uri() + "/");
        var head = send(HttpRequest.newBuilder(uri).HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "content-length")).isEqualTo("" + get("/").body().length());
        assertThat(send(HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pom.xml",
                "/../pom.xml",
                "/v/../pom.xml",
                "/v/VERSION/../../pom.xml",
                "/v/VERSION/studio/../../../pom.xml",
                "/%2e%2e/pom.xml",
                "/v/VERSION/..%2f..%2fpom.xml",
                "//pom.xml",
                "/./index.html",
                "/v/VERSION/index.html",
                "/v/VERSION/",
                "/v/000000000000/studio/main.js",
                "/studio/main.js",
                "/nothing"
            })
    void noPathLeadsAnywhereElse(String path) throws Exception {
        var line = path.replace("VERSION", pages.read().version());

        assertThat(raw(line)).startsWith("HTTP/1.1 404 ");
    }

    /// As it stands: clients tidy such a path up before they send it.
    private static String raw(String path) throws IOException {
        var here = InetAddress.ofLiteral("127.0.0.1");
        try (var socket = new Socket(here, front.uri().getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/openapi.json", "/llms.txt"})
    void theApiIsBesideThem(String path) throws Exception {
        var answer = get(path);

        // Of the gateway, which alone has such a header; none of its functions runs here.
        assertThat(header(answer, "apigw-requestid")).isNotEmpty();
        assertThat(header(answer, "content-security-policy")).isEmpty();
    }
}
