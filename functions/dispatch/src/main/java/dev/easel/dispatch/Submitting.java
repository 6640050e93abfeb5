package dev.easel.dispatch;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.catalog.Catalog;
import dev.easel.catalog.Offer;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.id.Ids;
import dev.easel.provider.Job;
import dev.easel.provider.Progress;
import dev.easel.provider.Providers;
import dev.easel.provider.Submission;
import dev.easel.routing.Route;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Speaks to the provider that the route names.
public final class Submitting {

    /// A provider may queue a job before it fetches the pictures, but not longer than a generation
    /// lives.
    private static final Duration LOAN = Duration.ofMinutes(15);

    private final Catalog catalog;
    private final Providers providers;
    private final Assets assets;
    private final Ids ids;

    public Submitting(Catalog catalog, Providers providers, Assets assets, Ids ids) {
        this.catalog = catalog;
        this.providers = providers;
        this.assets = assets;
        this.ids = ids;
    }

    /// The attempt that is about to be made: it is written down before the call.
    Attempt begin(Generation generation, Instant now) {
        return Attempt.start(ids.attempt(), route(generation.order()).first(), now);
    }

    Submission submit(Generation generation) {
        var attempt = generation.attempt();
        return providers.named(attempt.tried().provider()).submit(job(generation.order(), attempt));
    }

    Progress poll(Attempt attempt, String ticket) {
        return providers.named(attempt.tried().provider()).poll(ticket);
    }

    /// It was dispatchable when it was admitted, seconds ago. A deployment in between that takes
    /// its route away makes the message fail and come back.
    private Route route(Order order) {
        var workflow = catalog.workflow(order.workflow()).orElseThrow();
        return switch (catalog.offer(workflow, order.tier())) {
            case Offer.Dispatchable(var route) -> route;
            case Offer.ComingSoon _, Offer.NoRoute _, Offer.ModelNotAllowed _ ->
                    throw new IllegalStateException(
                            order.workflow()
                                    + " at "
                                    + order.tier().wire()
                                    + " has lost its route");
        };
    }

    private Job job(Order order, Attempt attempt) {
        var image = order.image();
        return new Job(
                attempt.id(),
                attempt.tried(),
                order.tier(),
                lend(image),
                image == null ? null : image.size(),
                lend(order.mask()),
                order.references().stream().map(this::sign).toList(),
                order.prompt(),
                order.pin(),
                order.aspectRatio());
    }

    private @Nullable URI lend(@Nullable StoredPicture picture) {
        return picture == null ? null : sign(picture);
    }

    private URI sign(StoredPicture picture) {
        return assets.presignGet(picture.key(), LOAN).url();
    }
}
