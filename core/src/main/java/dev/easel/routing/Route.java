package dev.easel.routing;

import java.util.List;

/// The ordered tries for one workflow at one tier; at least one.
public record Route(List<Try> tries) {

    public Route {
        if (tries.isEmpty()) {
            throw new IllegalArgumentException("a route has at least one try");
        }
        tries = List.copyOf(tries);
    }

    public Try first() {
        return tries.getFirst();
    }
}
