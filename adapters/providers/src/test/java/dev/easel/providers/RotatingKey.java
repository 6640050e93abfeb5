package dev.easel.providers;

import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.secret.Secrets;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A key that is another one after it was forgotten.
final class RotatingKey implements Secrets {

    static final String NAME = "/easel/test/api-key";
    static final String CANARY = "rf_live_canary0123456789";
    static final String FRESH = "rf_live_fresh0123456789";

    private static final Duration SOON = Duration.ofMillis(500);

    final List<String> forgotten = new ArrayList<>();

    /// To a provider at `base`, who is not waited for.
    static Access access(Secrets secrets, URI base) {
        return new Access(ProviderHttp.client(), secrets, NAME, base, SOON, SOON);
    }

    @Override
    public String secret(String name) {
        // A parameter store keeps the line break that an editor left.
        return (forgotten.isEmpty() ? CANARY : FRESH) + "\n";
    }

    @Override
    public void forget(String name) {
        forgotten.add(name);
    }
}
