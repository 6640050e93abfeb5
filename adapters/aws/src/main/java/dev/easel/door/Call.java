package dev.easel.door;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A request as API Gateway hands it over (HTTP API, payload 2.0).
///
/// @param route method and path with its parameters' names: `GET /v1/generations/{id}`
/// @param path the parameters of the path
/// @param query the parameters after `?`
/// @param headers names in lower case
/// @param body parsed JSON; a missing node when there was none
/// @param sourceIp the address as the gateway saw it
/// @param id names this request in answers and logs
/// @param at when it was taken up
public record Call(
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        JsonNode body,
        String sourceIp,
        String id,
        Instant at) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// A parameter of the path; the route guarantees that it is there.
    public String parameter(String name) {
        return path.getOrDefault(name, "");
    }
}
