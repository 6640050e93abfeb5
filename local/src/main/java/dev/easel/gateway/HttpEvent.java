package dev.easel.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.template.Names;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A request as payload format 2.0 of an HTTP API writes it.
final class HttpEvent {

    static final String API_ID = "local";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private HttpEvent() {}

    static ObjectNode of(HttpCall call, Routes.Match match, String requestId, Instant now) {
        var event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", "2.0")
                        .put("routeKey", match.route().key())
                        .put("rawPath", decodePath(call.path()))
                        .put("rawQueryString", call.query());
        headers(event, call);
        if (!call.query().isEmpty()) {
            query(event.putObject("queryStringParameters"), call.query());
        }
        if (!match.parameters().isEmpty()) {
            var parameters = event.putObject("pathParameters");
            match.parameters().forEach((name, value) -> parameters.put(name, decodePath(value)));
        }
        event.set("requestContext", context(call, match, requestId, now));
        body(event, call);
        return event;
    }

    /// Names in lower case, several values joined by commas; cookies have a list of their own.
    private static void headers(ObjectNode event, HttpCall call) {
        var headers = JsonNodeFactory.instance.objectNode();
        call.headers()
                .forEach((name, values) -> {
                    var lower = name.toLowerCase(Locale.ROOT);
                    if (lower.equals("cookie")) {
                        var cookies = event.putArray("cookies");
                        values.stream()
                                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                                .forEach(cookie -> cookies.add(cookie.strip()));
                    } else {
                        headers.put(lower, String.join(",", values));
                    }
                });
        event.set("headers", headers);
    }

    private static void query(ObjectNode parameters, String query) {
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.put(
                    name,
                    parameters.has(name) ? parameters.get(name).asText() + "," + value : value);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /// In a path, a plus is a plus.
    private static String decodePath(String text) {
        return decode(text.replace("+", "%2B"));
    }

    private static ObjectNode context(
            HttpCall call, Routes.Match match, String requestId, Instant now) {
        var host = Optional.ofNullable(call.headers().getFirst("Host")).orElse("");
        var context =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("accountId", Names.ACCOUNT)
                        .put("apiId", API_ID)
                        .put("domainName", host)
                        .put("domainPrefix", API_ID);
        context.putObject("http")
                .put("method", call.method())
                .put("path", decodePath(call.path()))
                .put("protocol", call.protocol())
                .put("sourceIp", call.address())
                .put("userAgent", call.headers().getFirst("User-Agent"));
        return context.put("requestId", requestId)
                .put("routeKey", match.route().key())
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private static void body(ObjectNode event, HttpCall call) {
        var text = isText(call) ? utf8(call.body()) : Optional.<String>empty();
        event.put("isBase64Encoded", call.body().length > 0 && text.isEmpty());
        if (call.body().length > 0) {
            event.put(
                    "body", text.orElseGet(() -> Base64.getEncoder().encodeToString(call.body())));
        }
    }

    /// What the gateway hands over as it is; a form, for one, comes as base64.
    private static boolean isText(HttpCall call) {
        if (call.headers().containsKey("Content-Encoding")) {
            return false;
        }
        var type =
                Optional.ofNullable(call.headers().getFirst("Content-Type")).orElse("text/plain");
        var plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("text/")
                || plain.endsWith("+json")
                || plain.endsWith("+xml")
                || List.of("application/json", "application/xml", "application/javascript")
                        .contains(plain);
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
