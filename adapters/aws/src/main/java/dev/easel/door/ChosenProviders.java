package dev.easel.door;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The providers that a deployment has chosen, and how to reach them.
///
/// @param keysUnder the path under which their keys are kept
/// @param addresses of those that are not at their own addresses
public record ChosenProviders(Set<String> chosen, String keysUnder, Map<String, URI> addresses) {

    public ChosenProviders {
        chosen = Set.copyOf(chosen);
        addresses = Map.copyOf(addresses);
    }

    public static ChosenProviders from(Environment environment) {
        return of(chosen(environment), environment);
    }

    /// Those that the operator lists for the benchmark: none where nothing is said.
    public static ChosenProviders ofBenchmark(Environment environment) {
        return of(
                list(environment.maybeText("BENCHMARK_PROVIDERS")).collect(Collectors.toSet()),
                environment);
    }

    private static ChosenProviders of(Set<String> chosen, Environment environment) {
        return new ChosenProviders(
                chosen,
                environment.text("PROVIDER_KEYS_UNDER"),
                environment.addresses("PROVIDER_URLS"));
    }

    /// For those who only need to know whom the deployment could ask.
    public static Set<String> chosen(Environment environment) {
        var ids = new LinkedHashSet<String>();
        list(environment.text("PROVIDERS")).forEach(ids::add);
        return ids;
    }

    /// Where the key of this one is kept.
    public String key(String id) {
        return keysUnder + "/" + id + "/api-key";
    }

    /// Whether it is on this very machine: a simulator.
    public boolean isSimulated(String id) {
        return Optional.ofNullable(addresses.get(id)).filter(ChosenProviders::isLocal).isPresent();
    }

    /// Providers on this very machine serve their pictures there, too: the simulators. Nobody else is
    /// asked in the clear.
    public List<URI> localOrigins() {
        return addresses.values().stream()
                .filter(ChosenProviders::isLocal)
                .map(address -> address.resolve("/"))
                .distinct()
                .toList();
    }

    private static boolean isLocal(URI address) {
        return "http".equals(address.getScheme());
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(id -> !id.isEmpty());
    }
}
