package dev.easel.http;

import dev.easel.http.Reply.Answered;

import java.net.http.HttpRequest;
import java.util.function.Predicate;

/// How a key is shown, and how one hears that it is not taken.
///
/// @param prefix goes before the key, with its blank
/// @param refused which answers say that the key is not taken
public record Auth(String header, String prefix, Predicate<Answered> refused) {

    private static final int UNAUTHORIZED = 401;

    public static final Auth BEARER = new Auth("Authorization", "Bearer ");

    /// Where a 401 says so.
    public Auth(String header, String prefix) {
        this(header, prefix, answered -> answered.status() == UNAUTHORIZED);
    }

    void show(HttpRequest.Builder request, String key) {
        request.setHeader(header, prefix + key);
    }
}
