package dev.easel.gateway;

import dev.easel.site.LiveSite;
import dev.easel.site.SiteFile;
import dev.easel.template.Distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// The half of the distribution that serves pages: from a folder instead of a bucket, with the headers
/// of the template's policies.
final class PageFront {

    private static final int COMPRESSED_MIN = 1000;

    private final Distribution distribution;
    private final LiveSite site;

    PageFront(Distribution distribution, LiveSite site) {
        this.distribution = distribution;
        this.site = site;
    }

    /// The rest is the API's.
    boolean takes(String path) {
        return distribution.behaviour(path).bucket();
    }

    HttpReply answer(HttpCall call) {
        var behaviour = distribution.behaviour(call.path());
        if (!behaviour.methods().contains(call.method())) {
            // As CloudFront has it, not 405.
            return HttpReply.message(403, "This distribution does not allow the method");
        }
        var path = call.path().equals("/") ? distribution.root() : call.path().substring(1);
        // As it was sent: no page has a name that must be escaped, so nothing is unescaped.
        return site.find(path)
                .map(file -> answer(file, behaviour, call))
                .orElseGet(() -> HttpReply.message(404, "Not Found"));
    }

    private static HttpReply answer(
            SiteFile file, Distribution.Behaviour behaviour, HttpCall call) {
        var etag = etag(file.bytes());
        var headers = new TreeMap<String, List<String>>();
        headers.put("content-type", List.of(file.type()));
        headers.put("etag", List.of(etag));
        behaviour.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        boolean packable = behaviour.compress() && isWorthIt(file);
        if (packable) {
            // Of either form: whoever keeps the plain one must not hand it to everybody.
            headers.put("vary", List.of("accept-encoding"));
        }
        var known = String.join(",", call.headers().getOrDefault("If-None-Match", List.of()));
        if (matches(known, etag)) {
            return new HttpReply(304, headers, new byte[0]);
        }
        if (!packable || !takesGzip(call)) {
            return new HttpReply(200, headers, file.bytes());
        }
        headers.put("content-encoding", List.of("gzip"));
        // Other bytes under the same name.
        headers.put("etag", List.of("W/" + etag));
        return new HttpReply(200, headers, gzip(file.bytes()));
    }

    /// Text, and not so little that it would grow: as CloudFront has it.
    private static boolean isWorthIt(SiteFile file) {
        return file.bytes().length >= COMPRESSED_MIN
                && (file.type().startsWith("text/") || file.type().equals("image/svg+xml"));
    }

    private static boolean takesGzip(HttpCall call) {
        return String.join(",", call.headers().getOrDefault("Accept-Encoding", List.of()))
                .contains("gzip");
    }

    private static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static boolean matches(String known, String etag) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals(etag) || one.equals("*"));
    }

    private static String etag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
