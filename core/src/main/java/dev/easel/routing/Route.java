package dev.easel.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who is asked for one workflow at one tier, in this order; at least one.
public record Route(List<Candidate> candidates) {

    public Route {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a route has at least one candidate");
        }
        candidates = List.copyOf(candidates);
    }

    public static Route of(Candidate... candidates) {
        return new Route(List.of(candidates));
    }

    public Candidate first() {
        return candidates.getFirst();
    }

    /// The same without this provider.
    public Route without(String provider) {
        return new Route(
                candidates.stream()
                        .filter(candidate -> !candidate.provider().equals(provider))
                        .toList());
    }

    /// The part of it that these providers can go; empty when that is none of it.
    public Optional<Route> through(Set<String> providers) {
        var left =
                candidates.stream()
                        .filter(candidate -> providers.contains(candidate.provider()))
                        .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Route(left));
    }
}
