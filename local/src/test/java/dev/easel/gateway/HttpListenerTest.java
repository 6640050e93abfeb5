package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.easel.emulator.Loopback;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/// The wire, byte by byte: no client would send most of this.
class HttpListenerTest {

    private HttpListener listener;

    @BeforeEach
    void start() {
        listener = HttpListener.start(0, "--any", HttpListenerTest::echo);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private static HttpReply echo(HttpCall call) {
        var text = call.method() + " " + call.path() + " " + call.query() + " ";
        return new HttpReply(
                200,
                Map.of("x-twice", List.of("a", "b")),
                (text + new String(call.body(), ISO_8859_1)).getBytes(ISO_8859_1));
    }

    @Test
    void requestsFollowEachOtherOnOneConnection() throws IOException {
        var first = "POST /a?b=%20c HTTP/1.1\r\nContent-Length: 3\r\n\r\nxyz";
        var second = "GET /d HTTP/1.1\nconnection: close\n\n";

        assertThat(say(first + second))
                .contains("x-twice: a\r\nx-twice: b\r\n", "POST /a b=%20c xyz")
                .endsWith("connection: close\r\n\r\nGET /d  ");
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        var headers = List.of("Transfer-Encoding: chunked", "Expect: 100-continue", "", "");
        var chunks = List.of("3;x=1", "abc", "A", "0123456789", "0", "Trailer: x", "", "");

        var heard =
                say(
                        "POST /a HTTP/1.1\r\n%s%s"
                                .formatted(
                                        String.join("\r\n", headers), String.join("\r\n", chunks)));

        assertThat(heard)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ")
                .endsWith("POST /a  abc0123456789");
    }

    @Test
    void aHeadHasTheLengthButNotTheBody() throws IOException {
        assertThat(say("HEAD /a HTTP/1.0\r\n\r\n"))
                .contains("content-length: 9")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /% HTTP/1.1",
                "GET /%4 HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a?x=%g0 HTTP/1.1",
                "GET /a#b HTTP/1.1",
                "GET /a\u00e9 HTTP/1.1",
                "GET /a\tb HTTP/1.1",
                "GET a HTTP/1.1",
                "GET http://elsewhere/ HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET  /a HTTP/1.1",
                "GET /a",
                "GET /a HTTP/2.0",
                "get /a HTTP/1.1",
                "\u0016\u0003\u0001 TLS",
                "GET /a HTTP/1.1\r\nno header",
                "GET /a HTTP/1.1\r\n folded: x",
                "GET /a HTTP/1.1\r\nname : x",
                "GET /a HTTP/1.1\r\nname: \u0000",
                "POST /a HTTP/1.1\r\ncontent-length: -1",
                "POST /a HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
                "POST /a HTTP/1.1\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0",
                "POST /a HTTP/1.1\r\ntransfer-encoding: gzip",
                "POST /a HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nxyz",
                "POST /a HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n2\r\nabc",
                "POST /a HTTP/1.1\r\ncontent-length: 99\r\n\r\nshort",
            })
    void whatIsNotHttpIsABadRequestInJson(String bytes) throws IOException {
        assertThat(say(bytes + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("content-type: application/json", "connection: close")
                .endsWith("\r\n\r\n{\"message\":\"Bad Request\"}");
    }

    @Test
    void aHeadThatIsTooLongIsRefused() throws IOException {
        assertThat(say("GET /" + "a".repeat(10_240) + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(say("GET / HTTP/1.1\r\n" + "x: y\r\n".repeat(2_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(say("GET /" + "a".repeat(10_000) + " HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyInChunksThatIsTooLargeIsRefused() throws IOException {
        var head = "POST /a HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n";
        var chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";

        assertThat(say(head + chunk.repeat(11) + "0\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(say(head + "ffffffff\r\n")).startsWith("HTTP/1.1 413 ");
    }

    /// Says it and hangs up; answers what came back until the other side hung up, too.
    private String say(String bytes) throws IOException {
        try (var socket =
                new Socket(InetAddress.ofLiteral(Loopback.HOST), listener.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
