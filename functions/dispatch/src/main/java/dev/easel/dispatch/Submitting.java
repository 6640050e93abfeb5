package dev.easel.dispatch;

import dev.easel.asset.Assets;
import dev.easel.asset.Loans;
import dev.easel.asset.StoredPicture;
import dev.easel.catalog.Catalog;
import dev.easel.catalog.Offer;
import dev.easel.failure.Warning;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Itinerary;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.id.Ids;
import dev.easel.provider.Ability;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.provider.Lookup;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Providers;
import dev.easel.provider.Submission;
import dev.easel.routing.Candidate;
import dev.easel.routing.Contracts;
import dev.easel.workflow.Task;
import dev.easel.workflow.Workflow;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Speaks to the providers that the route names, each under the contract that it wants.
public final class Submitting {

    /// A provider may queue a job before it fetches the pictures, but not longer than a generation
    /// lives.
    private static final Duration LOAN = Duration.ofMinutes(15);

    private final Catalog catalog;
    private final Providers providers;
    private final Contracts contracts;
    private final Loans loans;
    private final Zipping zipping;
    private final Ids ids;

    public Submitting(
            Catalog catalog, Providers providers, Contracts contracts, Assets assets, Ids ids) {
        this.catalog = catalog;
        this.providers = providers;
        this.contracts = contracts;
        this.loans = new Loans(assets, LOAN);
        this.zipping = new Zipping(assets, loans);
        this.ids = ids;
    }

    /// Whom to ask next; empty when nobody is left, or when a deployment since the admission, seconds
    /// ago, has taken the route away.
    Optional<Itinerary.Leg> next(Generation generation) {
        return itinerary(generation).next(Itinerary.tries(generation));
    }

    /// Whether it can be asked under a contract under which it was not asked yet.
    boolean hasOtherContract(Generation generation) {
        return itinerary(generation).otherContract(Itinerary.tries(generation)).isPresent();
    }

    /// The attempt that is about to be made: it is written down before the call.
    Attempt begin(Itinerary.Leg leg, Instant now) {
        var contract =
                switch (leg) {
                    case Itinerary.Fresh(var candidate) -> preferred(candidate, now);
                    case Itinerary.OtherContract(_, var other) -> other;
                    case Itinerary.Again(_, var same, _) -> same;
                };
        return Attempt.start(ids.attempt(), leg.candidate().under(contract), now);
    }

    /// What was learned goes before what is newest; what was learned of a contract that is spoken no
    /// longer is worth nothing.
    private String preferred(Candidate candidate, Instant now) {
        var known = known(candidate);
        return contracts
                .preferred(candidate, now)
                .filter(known::contains)
                // An unknown model is refused by its own adapter, which says so.
                .orElseGet(() -> known.isEmpty() ? "none" : known.getFirst());
    }

    /// Whether this candidate's call is the work itself.
    boolean blocks(Itinerary.Leg leg) {
        return !providers.named(leg.candidate().provider()).can(Ability.ASYNC);
    }

    boolean can(Attempt attempt, Ability ability) {
        return provider(attempt).can(ability);
    }

    /// Whether it can be asked what became of a doubtful submit.
    boolean isAskable(Attempt attempt) {
        return can(attempt, Ability.FOUND_BY_REFERENCE);
    }

    /// What the provider cannot honour of the order.
    List<Warning> warnings(Generation generation) {
        var attempt = generation.attempt();
        return provider(attempt).warnings(job(generation.asked(), attempt));
    }

    Submission submit(Generation generation) {
        var attempt = generation.attempt();
        return provider(attempt).submit(job(generation.asked(), attempt));
    }

    Lookup lookUp(Attempt attempt) {
        return provider(attempt).lookUp(attempt.id());
    }

    Progress poll(Attempt attempt, String ticket) {
        return provider(attempt).poll(ticket);
    }

    void cancel(Attempt attempt, String ticket) {
        provider(attempt).cancel(ticket);
    }

    /// Where the outputs are now: a provider that is asked again may sign them anew.
    List<URI> outputs(Attempt attempt, State.Storing stored) {
        var ticket = stored.ticket();
        if (ticket != null && poll(attempt, ticket) instanceof Progress.Finished(var fresh, _)) {
            var urls = urls(fresh);
            return urls.isEmpty() ? stored.remote() : urls;
        }
        return stored.remote();
    }

    /// The URLs among these.
    static List<URI> urls(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Remote.class::isInstance)
                .map(output -> ((Output.Remote) output).url())
                .toList();
    }

    /// The pictures among these that came with the answer.
    static List<Output.Inline> inline(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Inline.class::isInstance)
                .map(Output.Inline.class::cast)
                .toList();
    }

    private Provider provider(Attempt attempt) {
        return providers.named(attempt.tried().provider());
    }

    private List<String> known(Candidate candidate) {
        return providers.named(candidate.provider()).contracts(candidate.model());
    }

    private Itinerary itinerary(Generation generation) {
        return new Itinerary(route(generation.order()), this::known);
    }

    private List<Candidate> route(Order order) {
        return catalog.workflow(order.workflow())
                .map(workflow -> catalog.offer(workflow, order.tier()))
                .map(offer ->
                        offer instanceof Offer.Dispatchable(var route)
                                ? route.candidates()
                                : List.<Candidate>of())
                .orElse(List.of());
    }

    private Job job(Order order, Attempt attempt) {
        return new Job(
                attempt.id(),
                attempt.tried(),
                order.tier(),
                catalog.workflow(order.workflow()).map(Workflow::task).orElse(Task.EDIT),
                loan(order.image()),
                loan(order.mask()),
                order.references().stream().map(loans::loan).toList(),
                order.instruction(),
                order.pin(),
                order.aspectRatio(),
                () -> zipping.zip(order, attempt.id()));
    }

    private @Nullable Loan loan(@Nullable StoredPicture picture) {
        return picture == null ? null : loans.loan(picture);
    }
}
