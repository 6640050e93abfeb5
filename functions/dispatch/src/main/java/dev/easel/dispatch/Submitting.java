package dev.easel.dispatch;

import dev.easel.asset.Assets;
import dev.easel.asset.Loans;
import dev.easel.catalog.Catalog;
import dev.easel.catalog.Offer;
import dev.easel.failure.Warning;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.id.Ids;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Providers;
import dev.easel.provider.Submission;
import dev.easel.routing.Route;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Speaks to the provider that the route names.
public final class Submitting {

    /// A provider may queue a job before it fetches the pictures, but not longer than a generation
    /// lives.
    private static final Duration LOAN = Duration.ofMinutes(15);

    private final Catalog catalog;
    private final Providers providers;
    private final Loans loans;
    private final Ids ids;

    public Submitting(Catalog catalog, Providers providers, Assets assets, Ids ids) {
        this.catalog = catalog;
        this.providers = providers;
        this.loans = new Loans(assets, LOAN);
        this.ids = ids;
    }

    /// The attempt that is about to be made: it is written down before the call. Empty when a
    /// deployment since the admission, seconds ago, has taken the route away.
    Optional<Attempt> begin(Generation generation, Instant now) {
        return route(generation.order())
                .map(route -> Attempt.start(ids.attempt(), route.first(), now));
    }

    /// What the provider cannot honour of the order.
    List<Warning> warnings(Generation generation) {
        var attempt = generation.attempt();
        return provider(attempt).warnings(job(generation.order(), attempt));
    }

    Submission submit(Generation generation) {
        var attempt = generation.attempt();
        return provider(attempt).submit(job(generation.order(), attempt));
    }

    Lookup lookUp(Attempt attempt) {
        return provider(attempt).lookUp(attempt.id());
    }

    Progress poll(Attempt attempt, String ticket) {
        return provider(attempt).poll(ticket);
    }

    /// Where the outputs are now: a provider that is asked again may sign them anew.
    List<URI> outputs(Attempt attempt, State.Storing stored) {
        return poll(attempt, stored.ticket()) instanceof Progress.Finished(var fresh)
                ? fresh
                : stored.remote();
    }

    private Provider provider(Attempt attempt) {
        return providers.named(attempt.tried().provider());
    }

    private Optional<Route> route(Order order) {
        return catalog.workflow(order.workflow())
                .map(workflow -> catalog.offer(workflow, order.tier()))
                .flatMap(offer ->
                        offer instanceof Offer.Dispatchable(var route)
                                ? Optional.of(route)
                                : Optional.empty());
    }

    private Job job(Order order, Attempt attempt) {
        var image = order.image();
        return new Job(
                attempt.id(),
                attempt.tried(),
                order.tier(),
                loans.lendAny(image),
                image == null ? null : image.size(),
                loans.lendAny(order.mask()),
                order.references().stream().map(loans::lend).toList(),
                order.prompt(),
                order.pin(),
                order.aspectRatio());
    }
}
