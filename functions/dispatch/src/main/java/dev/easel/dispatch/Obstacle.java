package dev.easel.dispatch;

import dev.easel.catalog.Offer;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What stands in the way of an offer, for those who read the catalogue.
///
/// @param model the one that is not allowed, where that is the reason
record Obstacle(String code, String detail, @Nullable String model) {

    /// Empty where nothing does.
    static Optional<Obstacle> of(Offer offer) {
        return switch (offer) {
            case Offer.Dispatchable _, Offer.Fanned _ -> Optional.empty();
            case Offer.ComingSoon(var notice) ->
                    Optional.of(new Obstacle("coming-soon", notice, null));
            case Offer.Parked(var notice) -> Optional.of(new Obstacle("parked", notice, null));
            case Offer.NoRoute _ ->
                    Optional.of(
                            new Obstacle("not-offered", "This is not offered at this size.", null));
            case Offer.ModelNotAllowed(var model) ->
                    Optional.of(
                            new Obstacle(
                                    "model-not-allowed",
                                    "This is not allowed in this deployment.",
                                    model));
        };
    }
}
