package dev.easel.asset;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A URL that carries its own permission until it expires. A secret while it lives: it is never
/// logged, stored or published.
///
/// @param url where to
/// @param headers what the request must carry, exactly as signed; `Host` is left to the client
/// @param expiresAt when it stops working
public record Presigned(URI url, Map<String, String> headers, Instant expiresAt) {

    public Presigned {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Presigned[" + url.getPath() + ", until " + expiresAt + "]";
    }
}
