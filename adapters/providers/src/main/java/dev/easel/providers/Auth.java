package dev.easel.providers;

import java.net.http.HttpRequest;

/// How a key is shown.
///
/// @param prefix goes before the key, with its blank
record Auth(String header, String prefix) {

    static final Auth BEARER = new Auth("Authorization", "Bearer ");

    void show(HttpRequest.Builder request, String key) {
        request.setHeader(header, prefix + key);
    }
}
