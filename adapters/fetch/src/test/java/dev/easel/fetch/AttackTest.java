package dev.easel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everything that is known to lead a download inside, or to hold it up: none of it arrives, and nobody
/// inside is ever asked. Then the gates are broken: each holds alone, and with both of them off the inside
/// is reached, so that the test is known to see it.
///
/// The outside is 127.0.0.2 and the inside 127.0.0.3, both on this machine: the gates are told that the
/// first is public. That they know what is public really has a test of its own below.
class AttackTest {

    private static final long BYTES_MAX = 10_000;
    private static final Duration TIME_MAX = Duration.ofMillis(700);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n";
    private static final AtomicInteger LOOK_UPS = new AtomicInteger();

    private static HostileServer outside;
    private static HostileServer inside;

    @TempDir private Path folder;

    private static boolean isPublic(InetAddress address) {
        return PublicAddress.test(address) || address.getHostAddress().equals("127.0.0.2");
    }

    @BeforeAll
    static void start() {
        outside = HostileServer.on("127.0.0.2", 0);
        // The same port, so that a name that leads elsewhere finds somebody there.
        inside = HostileServer.on("127.0.0.3", outside.port());
        inside.answer("/secret", HEAD + "Content-Length: 6\r\n\r\nsecret");
        hostile();
    }

    @AfterAll
    static void stop() {
        outside.close();
        inside.close();
    }

    /// Names as an attacker's resolver would answer them.
    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        var public2 = InetAddress.getByName("127.0.0.2");
        var secret = InetAddress.getByName("127.0.0.3");
        return switch (host) {
            case "cdn.attacker.com" -> new InetAddress[] {public2};
            case "inside.attacker.com", "127.0.0.3.nip.io" -> new InetAddress[] {secret};
            case "mixed.attacker.com" -> new InetAddress[] {public2, secret};
            case "mixed6.attacker.com" ->
                    new InetAddress[] {secret, InetAddress.getByName("2606:4700::1111")};
            // Public when it is asked first, inside from then on.
            case "rebinding.attacker.com" ->
                    new InetAddress[] {LOOK_UPS.getAndIncrement() == 0 ? public2 : secret};
            case "metadata.attacker.com" ->
                    new InetAddress[] {InetAddress.getByName("169.254.169.254")};
            case "metadata6.attacker.com" ->
                    new InetAddress[] {InetAddress.getByName("fd00:ec2::254")};
            case "nat64.attacker.com" ->
                    new InetAddress[] {InetAddress.getByName("64:ff9b::a9fe:a9fe")};
            case "zero.attacker.com" -> new InetAddress[] {InetAddress.getByName("0.0.0.0")};
            default -> throw new UnknownHostException(host);
        };
    }

    private static Fetch fetch(Predicate<InetAddress> named, Predicate<InetAddress> dialled) {
        // In the clear and at the servers' port, as no deployment is.
        var policy =
                new Policy(
                        true,
                        Set.of(outside.port()),
                        _ -> true,
                        Set.of(),
                        AttackTest::isPublic,
                        2048);
        return new Fetch(policy, AttackTest::lookUp, named, dialled, BYTES_MAX, TIME_MAX);
    }

    /// Of each attack its address, by what it is called.
    private static Map<String, String> attacks() {
        var at = ":" + outside.port();
        var cdn = "http://cdn.attacker.com" + at;
        var attacks = new LinkedHashMap<String, String>();
        // By name.
        attacks.put("a name that leads inside", "http://inside.attacker.com" + at + "/secret");
        attacks.put("a name that spells an address", "http://127.0.0.3.nip.io" + at + "/secret");
        attacks.put(
                "a name with a public and an inner address",
                "http://mixed.attacker.com" + at + "/secret");
        attacks.put(
                "a name with an inner and a public address",
                "http://mixed6.attacker.com" + at + "/secret");
        attacks.put("metadata by name", "http://metadata.attacker.com" + at + "/latest/meta-data/");
        attacks.put("metadata by name, IPv6", "http://metadata6.attacker.com" + at + "/latest/");
        attacks.put("metadata through NAT64", "http://nat64.attacker.com" + at + "/latest/");
        attacks.put("this host by name", "http://zero.attacker.com" + at + "/secret");
        attacks.put("a name that nobody knows", "http://nobody.attacker.com" + at + "/");
        // By letters.
        for (var host :
                List.of(
                        "127.0.0.3",
                        "2130706435",
                        "0x7f000003",
                        "0177.0.0.3",
                        "127.3",
                        "127.0.3",
                        "0x7f.0.0.3",
                        "017700000003",
                        "[::1]",
                        "[::ffff:127.0.0.3]",
                        "[::ffff:7f00:3]",
                        "[fd00:ec2::254]",
                        "[64:ff9b::7f00:3]",
                        "169.254.169.254",
                        "100.100.100.200",
                        "localhost",
                        "localhost.",
                        "a.localhost",
                        "inside.local",
                        "metadata.google.internal",
                        "cdn.attacker.com.",
                        "attacker",
                        "in_side.attacker.com",
                        "0",
                        "127.1")) {
            attacks.put("the host " + host, "http://" + host + at + "/secret");
        }
        attacks.put("user info", "http://cdn.attacker.com@127.0.0.3" + at + "/secret");
        attacks.put("user info, encoded", "http://cdn.attacker.com%40127.0.0.3" + at + "/secret");
        attacks.put("user info before the name", "http://a:b@cdn.attacker.com" + at + "/secret");
        attacks.put("a fragment with an at", "http://127.0.0.3" + at + "/secret#@cdn.attacker.com");
        attacks.put("a fragment", cdn + "/picture#a");
        attacks.put("an ideographic full stop", "http://127\u30020.0.3" + at + "/secret");
        attacks.put("enclosed digits", "http://\u2460\u2461\u2466.0.0.3" + at + "/secret");
        attacks.put("too long", cdn + "/" + "a".repeat(2048));
        attacks.put("another port", "http://cdn.attacker.com:22/");
        attacks.put("port 0", "http://cdn.attacker.com:0/");
        for (var scheme : List.of("file", "gopher", "ftp", "jar:http", "ws", "ldap")) {
            attacks.put(scheme, scheme + "://cdn.attacker.com" + at + "/secret");
        }
        attacks.put("data", "data:image/png;base64,AAAA");
        // By redirect.
        for (var path : REDIRECTS.keySet()) {
            attacks.put("redirect: " + path, cdn + path);
        }
        attacks.put("a redirect loop", cdn + "/loop");
        // By answer.
        for (var path : ANSWERS) {
            attacks.put("answer: " + path, cdn + path);
        }
        return attacks;
    }

    private static final Map<String, String> REDIRECTS =
            Map.ofEntries(
                    Map.entry("/to-metadata", "http://169.254.169.254/latest/meta-data/"),
                    Map.entry("/to-inside", "http://127.0.0.3:PORT/secret"),
                    Map.entry("/to-inside-name", "http://inside.attacker.com:PORT/secret"),
                    Map.entry("/to-decimal", "http://2130706435:PORT/secret"),
                    Map.entry("/to-file", "file:///etc/passwd"),
                    Map.entry("/to-user", "http://cdn.attacker.com@127.0.0.3:PORT/secret"),
                    Map.entry("/to-slashes", "//127.0.0.3:PORT/secret"),
                    Map.entry("/to-backslash", "http:\\\\127.0.0.3:PORT/secret"),
                    Map.entry("/to-tab", "http://127.0.0.3\t:PORT/secret"),
                    Map.entry("/to-ipv6", "http://[::1]:PORT/secret"),
                    Map.entry("/to-rebinding", "http://mixed.attacker.com:PORT/secret"),
                    Map.entry("/to-nothing", ""),
                    Map.entry("/to-data", "data:image/png;base64,AAAA"));

    private static final List<String> ANSWERS =
            List.of(
                    "/gzip",
                    "/brotli",
                    "/declared-5-gb",
                    "/endless",
                    "/endless-chunked",
                    "/two-lengths",
                    "/cut-short",
                    "/cut-chunk",
                    "/not-http",
                    "/no-body-204",
                    "/slow-body",
                    "/slow-head",
                    "/silent",
                    "/endless-headers",
                    "/long-header",
                    "/error",
                    "/error-endless",
                    "/negative-length",
                    "/wrong-chunk",
                    "/http-0.9");

    private static void hostile() {
        var port = String.valueOf(outside.port());
        REDIRECTS.forEach((path, to) -> outside.redirect(path, to.replace("PORT", port)));
        outside.redirect("/loop", "/loop");
        outside.answer("/picture", HEAD + "Content-Length: 7\r\n\r\npicture");
        outside.answer(
                "/gzip",
                out -> {
                    var bomb = HostileServer.gzip(1_000_000);
                    out.write(
                            (HEAD
                                            + "Content-Encoding: gzip\r\nContent-Length: "
                                            + bomb.length
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    out.write(bomb);
                });
        outside.answer("/brotli", HEAD + "Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc");
        outside.answer("/declared-5-gb", HEAD + "Content-Length: 5000000000\r\n\r\nabc");
        outside.answer("/endless", endlessly(HEAD + "\r\n", "a".repeat(1000)));
        outside.answer(
                "/endless-chunked",
                endlessly(
                        HEAD + "Transfer-Encoding: chunked\r\n\r\n",
                        "3e8\r\n" + "a".repeat(1000) + "\r\n"));
        outside.answer(
                "/two-lengths", HEAD + "Content-Length: 3\r\nContent-Length: 300\r\n\r\nabcdef");
        outside.answer("/cut-short", HEAD + "Content-Length: 300\r\n\r\nabc");
        outside.answer("/cut-chunk", HEAD + "Transfer-Encoding: chunked\r\n\r\nff\r\nabc");
        outside.answer("/not-http", "SSH-2.0-OpenSSH_9.9\r\n");
        outside.answer("/no-body-204", "HTTP/1.1 304 Not Modified\r\n\r\n");
        outside.answer("/slow-body", slowly(HEAD + "Content-Length: 5000\r\n\r\n", "a"));
        outside.answer("/slow-head", slowly("HTTP/1.1 200 OK\r\nX: ", "a"));
        outside.answer("/silent", out -> Thread.sleep(5000));
        outside.answer("/endless-headers", endlessly("HTTP/1.1 200 OK\r\n", "X-A: b\r\n"));
        outside.answer("/long-header", endlessly("HTTP/1.1 200 OK\r\nX-A: ", "a".repeat(1000)));
        outside.answer("/error", "HTTP/1.1 500 No\r\nContent-Length: 6\r\n\r\nsecret");
        outside.answer("/error-endless", endlessly("HTTP/1.1 500 No\r\n\r\n", "a".repeat(1000)));
        outside.answer("/negative-length", HEAD + "Content-Length: -1\r\n\r\nabc");
        outside.answer("/wrong-chunk", HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc");
        outside.answer("/http-0.9", "just a body");
    }

    private static HostileServer.Answer endlessly(String head, String piece) {
        return out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            var bytes = piece.getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(bytes);
            }
        };
    }

    private static HostileServer.Answer slowly(String head, String piece) {
        return out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                out.write(piece.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                Thread.sleep(50);
            }
        };
    }

    static Stream<String> names() {
        return attacks().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void itIsHeld(String attack) {
        int before = inside.requests.get();

        assertThat(play(fetch(AttackTest::isPublic, AttackTest::isPublic), attack))
                .isInstanceOf(Failed.class);

        assertThat(inside.requests).hasValue(before);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPictureArrives() {
        var fetched =
                go(
                        fetch(AttackTest::isPublic, AttackTest::isPublic),
                        "http://cdn.attacker.com:" + outside.port() + "/picture");

        assertThat(fetched).isInstanceOf(Arrived.class);
    }

    /// Names are asked once for each connection, and what they answered is what is dialled.
    @Test
    void aNameThatAnswersDifferentlyTheSecondTimeIsNotAskedTwice() {
        LOOK_UPS.set(0);
        int before = inside.requests.get();

        var url = "http://rebinding.attacker.com:" + outside.port();
        var first = go(fetch(AttackTest::isPublic, AttackTest::isPublic), url + "/picture");
        var second = go(fetch(AttackTest::isPublic, AttackTest::isPublic), url + "/secret");

        assertThat(first).isInstanceOf(Arrived.class);
        assertThat(second).isInstanceOf(Failed.class);
        assertThat(LOOK_UPS).hasValue(2);
        assertThat(inside.requests).hasValue(before);
    }

    @Test
    void theGateOfSocketsHoldsAlone() {
        assertThat(held(fetch(_ -> true, AttackTest::isPublic))).isEmpty();
    }

    @Test
    void theGateOfNamesHoldsAlone() {
        assertThat(held(fetch(AttackTest::isPublic, _ -> true))).isEmpty();
    }

    @Test
    void withBothOffTheInsideIsReachedAndTheTestSeesIt() {
        int before = inside.requests.get();

        assertThat(held(fetch(_ -> true, _ -> true)))
                .contains("a name that leads inside", "redirect: /to-inside-name");
        assertThat(inside.requests.get()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsKeptForSpecialUseIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.test(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "169.253.1.1",
                "172.15.0.1", "172.32.0.1", "192.0.1.1", "198.17.0.1", "223.255.255.255",
                "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888"
            })
    void whatAnybodyMayReachIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.test(InetAddress.getByName(address))).isTrue();
    }

    /// Which attacks by address, name or redirect got through: none of them takes time.
    private List<String> held(Fetch fetch) {
        var through = new ArrayList<String>();
        for (var attack : attacks().keySet()) {
            int before = inside.requests.get();
            if (!attack.startsWith("answer")
                    && (play(fetch, attack) instanceof Arrived || inside.requests.get() > before)) {
                through.add(attack);
            }
        }
        return through;
    }

    private Fetched play(Fetch fetch, String attack) {
        return go(fetch, attacks().getOrDefault(attack, ""));
    }

    private Fetched go(Fetch fetch, String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return new Failed(new Reason.NotAllowed("not even an address"));
        }
        return fetch.fetch(uri, folder.resolve("picture"));
    }
}
