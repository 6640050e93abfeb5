package dev.easel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/// Although an address is dialled, the certificate that counts is the name's.
class FetchTlsTest {

    private static final char[] PASSWORD = "nobody".toCharArray();

    @TempDir private static Path keys;
    private static SSLContext context;

    private RawServer server;

    @BeforeAll
    static void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        var file = keys.resolve("keys.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=pub.example.com",
                                "-ext",
                                "SAN=dns:pub.example.com",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @BeforeEach
    void serve() throws IOException {
        var socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = new RawServer(this::answer, socket);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void theCertificateOfTheNameIsGood(@TempDir Path folder) {
        assertThat(fetch("https://pub.example.com/a.png", folder)).isInstanceOf(Arrived.class);
    }

    @Test
    void theCertificateOfAnotherNameIsNotTaken(@TempDir Path folder) {
        assertThat(fetch("https://other.example.com/a.png", folder))
                .isEqualTo(new Failed(new Reason.Unreachable("SSLHandshakeException")));
    }

    @Test
    void aSecureDownloadIsNotLedIntoTheClear(@TempDir Path folder) {
        assertThat(fetch("https://pub.example.com/clear", folder))
                .isEqualTo(new Failed(new Reason.NotAllowed("a redirect from https to http")));
    }

    @Test
    void aSecureDripEndsAtTheDeadline(@TempDir Path folder) {
        var fetched = fetch("https://pub.example.com/drip/body", folder, Duration.ofMillis(600));

        assertThat(fetched).isEqualTo(new Failed(new Reason.TooSlow(Duration.ofMillis(600))));
        assertThat(folder).isEmptyDirectory();
    }

    private void answer(String path, OutputStream out) throws IOException {
        if (path.equals("/clear")) {
            RawServer.whole(out, "302 Found", "Location: http://pub.example.com/\r\n", "");
        } else {
            new Hostility().answer(path, out);
        }
    }

    private Fetched fetch(String url, Path folder) {
        return fetch(url, folder, Duration.ofSeconds(10));
    }

    private Fetched fetch(String url, Path folder, Duration timeMax) {
        var network =
                new Network() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return new InetAddress[] {InetAddress.ofLiteral("93.184.215.14")};
                    }

                    @Override
                    public InetSocketAddress route(InetSocketAddress address) {
                        return new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), server.port());
                    }
                };
        return new Fetch(
                        10_000,
                        timeMax,
                        new Gate(Destinations.anywhere(Set.of()), Set.of("http", "https")),
                        new Dialer(network, true, true, context.getSocketFactory()))
                .fetch(url, folder.resolve("picture"));
    }
}
