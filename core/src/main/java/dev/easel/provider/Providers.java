package dev.easel.provider;

import java.util.List;

/// The providers that this deployment speaks to.
public record Providers(List<Provider> all) {

    public Providers {
        all = List.copyOf(all);
    }

    /// The provider of that name. The tier table names only providers that exist, so a missing one
    /// is a bug.
    public Provider named(String id) {
        return all.stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no provider is called " + id));
    }
}
