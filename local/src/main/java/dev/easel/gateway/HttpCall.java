package dev.easel.gateway;

import com.sun.net.httpserver.Headers;

import java.util.List;
import java.util.Locale;

/// A request as it came over the wire.
///
/// @param path as it was sent, still percent-encoded
/// @param query what stands after `?`, or nothing
/// @param protocol `HTTP/1.1` or `HTTP/1.0`
/// @param address of whoever is connected
// Read once and handed on; nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record HttpCall(
        String method,
        String path,
        String query,
        String protocol,
        Headers headers,
        byte[] body,
        String address) {

    /// True if the connection may carry another request after this one.
    boolean keepsConnection() {
        var connection = headers.getOrDefault("Connection", List.of()).toString();
        return protocol.equals("HTTP/1.1")
                && !connection.toLowerCase(Locale.ROOT).contains("close");
    }
}
