package dev.easel.http;

import dev.easel.secret.Secrets;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/// How a provider is reached: where, and with which key.
///
/// @param secretName where its key is kept
/// @param base https, or this very machine; the key travels nowhere else
/// @param quick how long an answer may take that does no work
/// @param patient how long an answer may take that is the work
/// @param heard runs whenever an answer begins to come, on a thread of the client
public record Access(
        HttpClient http,
        Secrets secrets,
        String secretName,
        URI base,
        Duration quick,
        Duration patient,
        Runnable heard) {

    private static final Duration QUICK = Duration.ofSeconds(15);

    /// Shorter than the function may run that makes such calls: what comes back must still be kept.
    private static final Duration PATIENT = Duration.ofSeconds(140);

    public Access(HttpClient http, Secrets secrets, String secretName, URI base) {
        this(http, secrets, secretName, base, QUICK, PATIENT);
    }

    public Access(
            HttpClient http,
            Secrets secrets,
            String secretName,
            URI base,
            Duration quick,
            Duration patient) {
        this(http, secrets, secretName, base, quick, patient, () -> {});
    }
}
