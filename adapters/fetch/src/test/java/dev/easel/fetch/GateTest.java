package dev.easel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class GateTest {

    private final Gate gate = new Gate(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example.com/a.png",
                "HTTPS://cdn.example.com/a.png",
                "https://cdn.example.com:8443/a.png?X-Amz-Signature=1",
                "http://localhost:8080/a.png",
                "http://127.0.0.1:8080/a.png",
                "http://[::1]:8080/a.png"
            })
    void letsThrough(String to) {
        assertThat(gate.objection(URI.create(to))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://cdn.example.com/a.png, http beyond this machine",
        "http://localhost.example.com/a.png, http beyond this machine",
        "http://127.0.0.1.example.com/a.png, http beyond this machine",
        "file:///etc/hosts, neither https nor http",
        "ftp://example.com/a.png, neither https nor http",
        "data:image/png;base64AAAA, neither https nor http",
        "/a.png, neither https nor http",
        "https:///a.png, no host",
        "https:a.png, no host",
        "https://some_host/a.png, no host",
        "https://localhost@example.com/a.png, user info in the address",
        "https://example.com:99999/a.png, no such port"
    })
    void stops(String to, String why) {
        assertThat(gate.objection(URI.create(to))).contains(why);
    }

    @Test
    void aSecureDownloadNeverGoesOnInTheClear() {
        var secure = URI.create("https://cdn.example.com/a.png");
        var clear = URI.create("http://localhost/a.png");

        assertThat(gate.objection(secure, clear)).contains("a redirect from https to http");
        assertThat(gate.objection(clear, secure)).isEmpty();
    }
}
