package dev.easel.providers;

import dev.easel.http.Access;
import dev.easel.provider.Provider;
import dev.easel.provider.Providers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every provider that Easel knows how to speak to. A new one is a file, its recorded replies and a
/// line here.
public final class ProviderShelf {

    private static final List<Entry> ALL =
            List.of(
                    RunflowProvider.ENTRY,
                    GoogleProvider.ENTRY,
                    TogetherProvider.ENTRY,
                    ReplicateProvider.ENTRY,
                    ProdiaProvider.ENTRY,
                    RunwareProvider.ENTRY);

    private ProviderShelf() {}

    /// What there is to know about a provider before there is a key.
    ///
    /// @param base where the real one is
    /// @param maker makes it, given how to reach it
    record Entry(String id, URI base, Function<Access, Provider> maker) {}

    /// The ids of all.
    public static Set<String> ids() {
        return ALL.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
    }

    /// Those of `chosen`, in the order here. Throws [IllegalArgumentException] for one that nobody
    /// knows.
    ///
    /// @param addresses where a provider is, if it is not at its own address
    /// @param access how to reach the provider of this id at this address
    public static Providers of(
            Set<String> chosen,
            Map<String, URI> addresses,
            BiFunction<String, URI, Access> access) {
        chosen.stream()
                .filter(id -> !ids().contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("no provider is called " + id);
                });
        return new Providers(
                ALL.stream()
                        .filter(entry -> chosen.contains(entry.id))
                        .map(entry -> {
                            var at = Optional.ofNullable(addresses.get(entry.id));
                            return entry.maker.apply(access.apply(entry.id, at.orElse(entry.base)));
                        })
                        .toList());
    }
}
