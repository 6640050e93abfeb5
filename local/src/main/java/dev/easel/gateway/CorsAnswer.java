package dev.easel.gateway;

import com.sun.net.httpserver.Headers;

import dev.easel.template.Cors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The gateway's own answer to pages of other origins. With it configured, whatever a function says
/// about CORS is dropped: that is how the real one behaves, and a header that only works on a
/// laptop would be a trap.
final class CorsAnswer {

    private final Optional<Cors> cors;

    CorsAnswer(List<Cors> cors) {
        this.cors = cors.stream().findFirst();
    }

    boolean isPreflight(String method, Headers request) {
        return cors.isPresent()
                && method.equals("OPTIONS")
                && request.containsKey("Origin")
                && request.containsKey("Access-Control-Request-Method");
    }

    boolean drops(String header) {
        return cors.isPresent() && header.toLowerCase(Locale.ROOT).startsWith("access-control-");
    }

    void write(Headers request, Headers response, boolean preflight) {
        var origin = request.getFirst("Origin");
        if (origin == null || cors.isEmpty() || !cors.get().allowsOrigin(origin)) {
            return;
        }
        var rules = cors.get();
        var any = rules.origins().contains("*") && !rules.credentials();
        response.set("Access-Control-Allow-Origin", any ? "*" : origin);
        response.set("Vary", "Origin");
        if (rules.credentials()) {
            response.set("Access-Control-Allow-Credentials", "true");
        }
        list(response, "Access-Control-Expose-Headers", rules.exposed());
        if (preflight) {
            list(response, "Access-Control-Allow-Methods", rules.methods());
            list(response, "Access-Control-Allow-Headers", rules.headers());
            response.set("Access-Control-Max-Age", Long.toString(rules.maxAge().toSeconds()));
        }
    }

    private static void list(Headers response, String name, List<String> values) {
        if (!values.isEmpty()) {
            response.set(name, String.join(",", values));
        }
    }
}
