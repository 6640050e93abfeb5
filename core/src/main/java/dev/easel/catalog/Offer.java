package dev.easel.catalog;

import dev.easel.routing.Route;
import dev.easel.workflow.Child;

import java.util.List;

/// What the catalogue answers for one workflow at one tier.
public sealed interface Offer {

    /// Nothing stands in the way.
    default boolean isDispatchable() {
        return switch (this) {
            case Dispatchable _, Fanned _ -> true;
            case ComingSoon _, Parked _, NoRoute _, ModelNotAllowed _ -> false;
        };
    }

    /// It can be dispatched, along this route: what this deployment's providers can go of it.
    record Dispatchable(Route route) implements Offer {}

    /// A package: every one of its children can be dispatched by itself, at the same tier.
    record Fanned(List<Child> children) implements Offer {
        public Fanned {
            children = List.copyOf(children);
        }
    }

    /// It is built but not open; the notice is for people.
    record ComingSoon(String notice) implements Offer {}

    /// It rests, or a part of it does; the notice is for people.
    record Parked(String notice) implements Offer {}

    /// No line of the tier table serves this workflow at this tier, or none of the providers in it
    /// is configured.
    record NoRoute() implements Offer {}

    /// The route names a model that the allowlist does not hold.
    record ModelNotAllowed(String model) implements Offer {}
}
