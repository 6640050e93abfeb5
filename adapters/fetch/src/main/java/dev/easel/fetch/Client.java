package dev.easel.fetch;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

import java.net.InetAddress;
import java.util.function.Predicate;

/// An HTTP client that follows nothing, keeps nothing and knows nothing: no redirects, retries,
/// cookies, credentials, compression, proxy or connection that is used again.
final class Client {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int HEADERS_MAX = 100;
    private static final int LINE_MAX = 16_384;

    private final DefaultHttpClientConnectionOperator operator;
    private final Timeout time;

    /// @param time the longest silence; the whole is bounded by who calls
    Client(Dialling.Resolver names, Predicate<InetAddress> sockets, Timeout time) {
        TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
        this.operator =
                new DefaultHttpClientConnectionOperator(
                        _ -> new Dialling.GuardedSocket(sockets),
                        null,
                        names,
                        scheme -> scheme.equals("https") ? tls : null);
        this.time = time;
    }

    /// For one hop. The names stay those of the address for TLS: of the certificate, and of SNI.
    CloseableHttpClient open() {
        var connections =
                new BasicHttpClientConnectionManager(
                        operator,
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxHeaderCount(HEADERS_MAX)
                                                .setMaxLineLength(LINE_MAX)
                                                .build())
                                .build()) {};
        connections.setConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT.compareTo(time) < 0 ? CONNECT : time)
                        .setSocketTimeout(time)
                        .build());
        connections.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(time).build());
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }
}
