package dev.easel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Over real HTTP, against servers that behave badly.
class FetchTest {

    private static final long BYTES_MAX = 10_000;
    private static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @TempDir private Path directory;

    private HttpServer server;
    private ExecutorService threads;
    private Path into;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        into = directory.resolve("picture");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Fetched fetch(URI url, Path file) {
        return fetch(url, file, PATIENT);
    }

    private Fetched impatiently(URI url, Path file) {
        return fetch(url, file, IMPATIENT);
    }

    /// The server of the address is one that the settings name.
    private static Fetched fetch(URI url, Path file, Duration timeMax) {
        return new Fetch(BYTES_MAX, timeMax, Destinations.anywhere(List.of(url.resolve("/"))))
                .fetch(url.toString(), file);
    }

    @Test
    void aFileArrivesWholeUnderTheTypeItDeclares() throws IOException {
        serve("/a.png", Map.of("Content-Type", "image/png"), 200, PICTURE);

        var fetched = fetch(at("/a.png"), into);

        assertThat(fetched).isEqualTo(new Arrived(into, PICTURE.length, "image/png"));
        assertThat(into).hasBinaryContent(PICTURE);
    }

    @Test
    void aFileThatWasThereIsReplaced() throws IOException {
        Files.writeString(into, "something much longer that stood here before");
        serve("/a.png", Map.of(), 200, PICTURE);

        assertThat(fetch(at("/a.png"), into)).isInstanceOf(Arrived.class);
        assertThat(into).hasBinaryContent(PICTURE);
    }

    @Test
    void itIsAskedPlainlyAndWithoutCredentials() {
        server.createContext(
                "/a.png",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    var plain =
                            headers.getFirst("Accept-Encoding").equals("identity")
                                    && !headers.containsKey("Authorization")
                                    && !headers.containsKey("Cookie");
                    exchange.sendResponseHeaders(plain ? 200 : 400, -1);
                    exchange.close();
                });

        assertThat(fetch(at("/a.png"), into)).isEqualTo(new Arrived(into, 0, ""));
    }

    @Test
    void aBodyOfExactlyTheCapArrives() {
        serve("/a.png", Map.of(), 200, new byte[(int) BYTES_MAX]);

        assertThat(fetch(at("/a.png"), into)).isEqualTo(new Arrived(into, BYTES_MAX, ""));
    }

    @Test
    void aBodyThatIsDeclaredTooLargeIsNotReadAtAll() {
        var sent = new AtomicInteger();
        server.createContext(
                "/huge",
                exchange -> {
                    exchange.sendResponseHeaders(200, 5_000_000_000L);
                    pour(exchange, sent);
                });

        assertThat(fetch(at("/huge"), into)).isEqualTo(failed(new Reason.TooLarge(BYTES_MAX)));
        assertNothingIsLeft();
    }

    @Test
    void anEndlessBodyIsCutOffAtTheCap() throws InterruptedException {
        var ended = new AtomicBoolean();
        server.createContext(
                "/endless",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    pour(exchange, new AtomicInteger());
                    ended.set(true);
                });

        assertThat(fetch(at("/endless"), into)).isEqualTo(failed(new Reason.TooLarge(BYTES_MAX)));
        assertNothingIsLeft();
        assertEnds(ended);
    }

    @Test
    void aDripEndsAtTheDeadlineAndItsConnectionIsClosed() throws InterruptedException {
        var ended = new AtomicBoolean();
        server.createContext(
                "/drip",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    drip(exchange);
                    ended.set(true);
                });
        var started = System.nanoTime();

        var fetched = impatiently(at("/drip"), into);

        assertThat(fetched).isEqualTo(failed(new Reason.TooSlow(Duration.ofMillis(300))));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        assertNothingIsLeft();
        assertEnds(ended);
    }

    @Test
    void aServerThatNeverAnswersEndsAtTheDeadline() {
        server.createContext("/mute", exchange -> pause(5_000));

        assertThat(impatiently(at("/mute"), into))
                .isEqualTo(failed(new Reason.TooSlow(Duration.ofMillis(300))));
    }

    @Test
    void theDeadlineCountsOverAllRedirects() {
        server.createContext(
                "/slow",
                exchange -> {
                    pause(200);
                    redirect(exchange, "/slow?again");
                });

        assertThat(impatiently(at("/slow"), into))
                .isEqualTo(failed(new Reason.TooSlow(Duration.ofMillis(300))));
    }

    @Test
    void aBodyShorterThanDeclaredIsCutShort() throws IOException {
        try (var raw =
                new RawServer((_, out) ->
                        RawServer.write(
                                out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))) {
            assertThat(fetch(at(raw), into)).isEqualTo(failed(new Reason.CutShort()));
        }
        assertNothingIsLeft();
    }

    @Test
    void aChunkedBodyWithoutAnEndIsCutShort() throws IOException {
        var ok = "HTTP/1.1 200 OK\r\n";
        var chunked = "Transfer-Encoding: chunked\r\n\r\n";
        try (var raw =
                new RawServer((_, out) -> RawServer.write(out, ok + chunked + "4\r\nhalf\r\n"))) {
            assertThat(fetch(at(raw), into)).isEqualTo(failed(new Reason.CutShort()));
        }
        assertNothingIsLeft();
    }

    @Test
    void whatDoesNotSpeakHttpIsUnreachable() throws IOException {
        try (var raw =
                new RawServer((_, out) -> RawServer.write(out, "SSH-2.0-nothing for you\r\n"))) {
            assertThat(reason(fetch(at(raw), into))).isInstanceOf(Reason.Unreachable.class);
        }
    }

    @Test
    void whereNobodyListensIsUnreachable() {
        server.stop(0);

        assertThat(fetch(at("/a.png"), into))
                .isEqualTo(failed(new Reason.Unreachable("ConnectException")));
    }

    @Test
    void aCompressedBodyIsRefused() {
        serve("/a.png", Map.of("Content-Encoding", "gzip"), 200, PICTURE);

        assertThat(fetch(at("/a.png"), into)).isEqualTo(failed(new Reason.Encoded("gzip")));
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 403, 404, 500, 503})
    void anythingButSuccessIsRefusedWithItsStatus(int status) throws IOException {
        Files.writeString(into, "left over from an earlier try");
        serve("/a.png", Map.of(), status, new byte[0]);

        assertThat(fetch(at("/a.png"), into)).isEqualTo(failed(new Reason.Refused(status)));
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) {
        serve("/old", Map.of("Location", "/a.png"), status, new byte[0]);
        serve("/a.png", Map.of("Content-Type", "image/png"), 200, PICTURE);

        assertThat(fetch(at("/old"), into))
                .isEqualTo(new Arrived(into, PICTURE.length, "image/png"));
    }

    @Test
    void threeRedirectsAreFollowedAndFourAreNot() {
        for (var hop = 1; hop <= 4; hop++) {
            serve("/" + hop, Map.of("Location", "/" + (hop - 1)), 302, new byte[0]);
        }
        serve("/0", Map.of(), 200, PICTURE);

        assertThat(fetch(at("/3"), into)).isInstanceOf(Arrived.class);
        assertThat(reason(fetch(at("/4"), into))).isInstanceOf(Reason.NotAllowed.class);
        assertNothingIsLeft();
    }

    @Test
    void aRedirectLoopEnds() {
        serve("/loop", Map.of("Location", "/loop"), 302, new byte[0]);

        assertThat(fetch(at("/loop"), into))
                .isEqualTo(failed(new Reason.NotAllowed("more than 3 redirects")));
    }

    @Test
    void aRedirectToNowhereIsRefused() {
        serve("/lost", Map.of(), 302, new byte[0]);
        serve("/odd", Map.of("Location", "http://[not an address"), 302, new byte[0]);

        assertThat(fetch(at("/lost"), into)).isEqualTo(failed(new Reason.Refused(302)));
        assertThat(reason(fetch(at("/odd"), into))).isInstanceOf(Reason.NotAllowed.class);
    }

    @Test
    void aRedirectHasToPassTheGateToo() {
        serve("/out", Map.of("Location", "http://192.0.2.1/a.png"), 302, new byte[0]);
        serve("/file", Map.of("Location", "file:///etc/hosts"), 302, new byte[0]);

        assertThat(fetch(at("/out"), into))
                .isEqualTo(failed(new Reason.NotAllowed("not over https")));
        assertThat(fetch(at("/file"), into))
                .isEqualTo(
                        failed(
                                new Reason.NotAllowed(
                                        "not an address that can be read in one way alone")));
    }

    private void serve(String path, Map<String, String> headers, int status, byte[] body) {
        server.createContext(
                path,
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    if (body.length > 0) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /// Until the other side hangs up.
    private static void pour(HttpExchange exchange, AtomicInteger sent) {
        var block = new byte[1_000];
        try (exchange) {
            while (true) {
                exchange.getResponseBody().write(block);
                sent.addAndGet(block.length);
            }
        } catch (IOException e) {
            // It hung up.
        }
    }

    private static void drip(HttpExchange exchange) {
        try (exchange) {
            while (true) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                pause(20);
            }
        } catch (IOException e) {
            // It hung up.
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The server notices that its client went away.
    private static void assertEnds(AtomicBoolean ended) throws InterruptedException {
        for (var tries = 0; tries < 150 && !ended.get(); tries++) {
            Thread.sleep(20);
        }
        assertThat(ended).isTrue();
    }

    private void assertNothingIsLeft() {
        assertThat(into).doesNotExist();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static URI at(RawServer raw) {
        return URI.create("http://127.0.0.1:" + raw.port() + "/");
    }

    private static Failed failed(Reason reason) {
        return new Failed(reason);
    }

    private static Reason reason(Fetched fetched) {
        return ((Failed) fetched).reason();
    }
}
