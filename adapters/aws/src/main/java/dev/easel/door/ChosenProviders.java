package dev.easel.door;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /// For those who only need to know who is a simulator.
    public static Set<String> simulators(Environment environment) {
        return simulators(environment.addresses("PROVIDER_URLS"));
    }

    /// Those that are simulators.
    public Set<String> simulators() {
        return simulators(addresses);
    }

    private static Set<String> simulators(Map<String, URI> addresses) {
        return addresses.keySet().stream()
                .filter(id -> isLocal(addresses.get(id)))
                .collect(Collectors.toSet());
    }

    /// Where the key of this one is kept.
    public String key(String id) {
        return keysUnder + "/" + id + "/api-key";
    }

    /// Whether it is on this very machine: a simulator.
    public boolean isSimulated(String id) {
        return isLocal(addresses.get(id));
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

    /// Whether this is an address on this very machine.
    public static boolean isLocal(@Nullable URI address) {
        return address != null && "http".equals(address.getScheme());
    }

    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(id -> !id.isEmpty());
    }
}
