package dev.easel.dispatch;

import dev.easel.door.Environment;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The providers that a deployment has chosen, and how to reach them.
///
/// @param keysUnder the path under which their keys are kept
/// @param addresses of those that are not at their own addresses
record ChosenProviders(Set<String> chosen, String keysUnder, Map<String, URI> addresses) {

    ChosenProviders {
        chosen = Set.copyOf(chosen);
        addresses = Map.copyOf(addresses);
    }

    static ChosenProviders from(Environment environment) {
        return new ChosenProviders(
                chosen(environment),
                environment.text("PROVIDER_KEYS_UNDER"),
                environment.addresses("PROVIDER_URLS"));
    }

    /// For those who only need to know whom the deployment could ask.
    static Set<String> chosen(Environment environment) {
        var ids = new LinkedHashSet<String>();
        list(environment.text("PROVIDERS")).forEach(ids::add);
        return ids;
    }

    /// Where the key of this one is kept.
    String key(String id) {
        return keysUnder + "/" + id + "/api-key";
    }

    /// Providers on this very machine serve their pictures there, too: the simulators. Nobody else is
    /// asked in the clear.
    List<URI> localOrigins() {
        return addresses.values().stream()
                .filter(address -> "http".equals(address.getScheme()))
                .map(address -> address.resolve("/"))
                .distinct()
                .toList();
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(id -> !id.isEmpty());
    }
}
