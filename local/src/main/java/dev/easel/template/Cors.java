package dev.easel.template;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

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

    Cors here(UnaryOperator<String> here) {
        return new Cors(
                origins.stream().map(here).toList(),
                methods,
                headers,
                exposed,
                maxAge,
                credentials);
    }

    public boolean allowsOrigin(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
