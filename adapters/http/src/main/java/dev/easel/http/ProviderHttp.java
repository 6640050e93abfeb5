package dev.easel.http;

import java.net.http.HttpClient;
import java.time.Duration;

/// The client that the providers are built with. It follows no redirect, because the key would
/// travel along, and keeps no cookie.
public final class ProviderHttp {

    /// Long enough for a cold TLS handshake on a loaded machine.
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private ProviderHttp() {}

    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }
}
