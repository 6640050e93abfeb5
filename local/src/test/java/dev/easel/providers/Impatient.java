package dev.easel.providers;

import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.provider.Provider;
import dev.easel.simulator.Simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Providers that wait two seconds for an answer, where the product waits longer.
public final class Impatient {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration HASTE = Duration.ofMillis(500);

    private Impatient() {}

    public static Provider provider(URI base) {
        return new RunflowProvider(access(base));
    }

    /// Any of them, in even more of a hurry, at the place of its own that the simulator at `base` has
    /// for it.
    public static Provider provider(String id, URI base) {
        return ProviderShelf.of(
                        Set.of(id),
                        Map.of(id, Simulator.address(base, id)),
                        (_, address) -> access(address, HASTE, HASTE.multipliedBy(2)))
                .named(id);
    }

    public static RunflowEvaluator evaluator(URI base) {
        return new RunflowEvaluator(access(base));
    }

    private static Access access(URI base) {
        return access(base, TIMEOUT, TIMEOUT);
    }

    private static Access access(URI base, Duration quick, Duration patient) {
        return new Access(ProviderHttp.client(), new Key(), "key", base, quick, patient);
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
