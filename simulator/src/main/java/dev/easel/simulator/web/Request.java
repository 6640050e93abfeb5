package dev.easel.simulator.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that has arrived whole. Header names are in lower case.
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Body body) {

    /// The segments of the path, decoded: `/v1/runs/x` gives three.
    public List<String> segments() {
        return Arrays.stream(path.split("/", -1))
                .skip(1)
                .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .toList();
    }

    /// The same request as whoever lives under `prefix` sees it.
    public Request under(String prefix) {
        return new Request(method, path.substring(prefix.length()), query, headers, body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
