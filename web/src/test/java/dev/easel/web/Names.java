package dev.easel.web;

import dev.easel.providers.ProviderShelf;
import dev.easel.routing.Allowlist;
import dev.easel.routing.TierTable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What nobody who comes to the Studio reads: the models of the table and of the allowlist, who makes them, and
/// who is on the shelf.
final class Names {

    /// In lower case.
    static final Pattern FORBIDDEN = forbidden();

    private Names() {}

    private static Pattern forbidden() {
        var names = new TreeSet<>(Allowlist.STANDARD.models());
        TierTable.STANDARD.lines().stream()
                .flatMap(line -> line.route().candidates().stream())
                .forEach(candidate -> names.add(candidate.model()));
        List.copyOf(names).forEach(model -> names.add(model.split("[/:.-]", 2)[0]));
        names.addAll(ProviderShelf.ids());
        names.addAll(Set.of("openai", "gpt", "claude", "anthropic", "flux", "seedream", "banana"));
        // An English word.
        names.remove("inference");
        return Pattern.compile(
                names.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }
}
