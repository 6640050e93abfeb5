package dev.easel.template;

import java.time.Duration;
import java.util.List;

/// Which pages of other origins may call, and how. One shape for the bucket and for the gateway.
public record Cors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        Duration maxAge,
        boolean credentials) {

    public Cors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    public boolean allowsOrigin(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
