package dev.easel.providers;

import dev.easel.provider.Provider;

import java.net.URI;
import java.time.Duration;

/// Providers that wait two seconds for an answer, where the product waits longer.
public final class Impatient {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private Impatient() {}

    public static Provider provider(URI base) {
        return new RunflowProvider(access(base));
    }

    public static RunflowEvaluator evaluator(URI base) {
        return new RunflowEvaluator(access(base));
    }

    private static Access access(URI base) {
        return new Access(ProviderHttp.client(), new Key(), "key", base, TIMEOUT, TIMEOUT);
    }

    private static final class Key implements dev.easel.secret.Secrets {
        @Override
        public String secret(String name) {
            return "rf_test";
        }

        @Override
        public void forget(String name) {}
    }
}
