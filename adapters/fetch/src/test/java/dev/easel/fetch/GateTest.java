package dev.easel.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;

/// As it is built for a deployment; what it stops on the wire, [AttackTest] shows.
class GateTest {

    private static final URI OWN = URI.create("http://127.0.0.1:4601/google");

    private final Gate gate = new Gate(Destinations.anywhere(List.of(OWN)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example.com/a.png",
                "HTTPS://CDN.example.com/a.png",
                "https://cdn.example.com:443/a.png",
                "https://cdn.example.com",
                "https://cdn.example.com?a=b",
                "https://xn--bcher-kva.example.com/a%20b.png?X-Amz-Signature=1&x=a/b?c",
                "http://127.0.0.1:4601/outputs/a.png"
            })
    void letsThrough(String url) throws NotAllowedException {
        assertThat(gate.pass(url).origin())
                .isIn(
                        "https://cdn.example.com:443",
                        "https://xn--bcher-kva.example.com:443",
                        "http://127.0.0.1:4601");
    }

    @ParameterizedTest
    @CsvSource({
        "http://cdn.example.com/a.png, not over https",
        "http://127.0.0.1/a.png, not over https",
        "http://127.0.0.1:4602/a.png, not over https",
        "http://localhost:4601/a.png, not over https",
        "https://127.0.0.1:4601/a.png, not the port of its scheme",
        "https://cdn.example.com:8443/a.png, not the port of its scheme",
        "https://cdn.example.com:99999/a.png, no such port",
        "https://localhost/a.png, not a name of a public host",
        "https://[::1]/a.png, not a name of a public host",
        "https://some_host.example.com/a.png, not an address that can be read in one way alone",
        "https://localhost@example.com/a.png, not an address that can be read in one way alone",
        "file:///etc/hosts, not an address that can be read in one way alone",
        "/a.png, not an address that can be read in one way alone",
        "'', not an address that can be read in one way alone"
    })
    void stops(String url, String why) {
        assertThatThrownBy(() -> gate.pass(url))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage(new Reason.NotAllowed(why).toString());
    }

    @Test
    void aSecureDownloadNeverGoesOnInTheClear() throws NotAllowedException {
        var secure = gate.pass("https://cdn.example.com/a.png");
        var clear = gate.pass("http://127.0.0.1:4601/a.png");

        assertThatThrownBy(() -> gate.pass(secure, "http://127.0.0.1:4601/a.png"))
                .hasMessage(new Reason.NotAllowed("a redirect from https to http").toString());
        assertThat(gate.pass(clear, "https://cdn.example.com/a.png")).isEqualTo(secure);
        assertThat(gate.pass(secure, "b.png?c").path()).isEqualTo("/b.png?c");
    }

    @Test
    void aListAllowsItsHostsAndNoOther() throws NotAllowedException {
        var listed = new Gate(Destinations.only(List.of("cdn.example.com", "*.files.example.com")));

        assertThat(listed.pass("https://CDN.example.com/").host()).isEqualTo("cdn.example.com");
        assertThat(listed.pass("https://a.b.files.example.com/").host()).startsWith("a.b.");
        for (var host :
                List.of(
                        "example.com",
                        "files.example.com",
                        "evilfiles.example.com",
                        "cdn.example.com.evil.com",
                        "xcdn.example.com")) {
            assertThatThrownBy(() -> listed.pass("https://" + host + "/"))
                    .hasMessage(new Reason.NotListed().toString());
        }
    }

    @Test
    void anEmptyListAllowsNothing() {
        assertThatThrownBy(() ->
                        new Gate(Destinations.only(List.of())).pass("https://cdn.example.com/"))
                .hasMessage(new Reason.NotListed().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.com",
                "com",
                "localhost",
                "10.0.0.1",
                "cdn.example.com/path",
                "http://10.0.0.1:80",
                "http://169.254.169.254",
                "http://cdn.example.com",
                "https://127.0.0.1:4601"
            })
    void noSettingOpensMoreThanAHostOrThisMachine(String entry) {
        assertThatIllegalArgumentException().isThrownBy(() -> Destinations.only(List.of(entry)));
    }
}
