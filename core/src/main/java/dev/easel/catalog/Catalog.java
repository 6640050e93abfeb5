package dev.easel.catalog;

import dev.easel.image.AspectRatio;
import dev.easel.routing.Allowlist;
import dev.easel.routing.Candidate;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Availability;
import dev.easel.workflow.Availability.Available;
import dev.easel.workflow.Availability.ComingSoon;
import dev.easel.workflow.Availability.Parked;
import dev.easel.workflow.Child;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;
import dev.easel.workflow.Workflows;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that can be asked for, and whether it can be done now.
///
/// @param providers the ids of those that this deployment has; a route leads through no other
/// @param parked the notices of the workflows that rest, by their ids
public record Catalog(
        List<Workflow> workflows,
        TierTable tiers,
        Allowlist allowlist,
        Set<String> providers,
        Map<String, String> parked) {

    /// What a new deployment offers.
    public static final Catalog STANDARD =
            new Catalog(Workflows.ALL, TierTable.STANDARD, Allowlist.STANDARD, Set.of("runflow"));

    public Catalog {
        workflows = List.copyOf(workflows);
        providers = Set.copyOf(providers);
        parked = Map.copyOf(parked);
    }

    /// One in which nothing rests.
    public Catalog(
            List<Workflow> workflows, TierTable tiers, Allowlist allowlist, Set<String> providers) {
        this(workflows, tiers, allowlist, providers, Map.of());
    }

    /// The same offers through these providers.
    public Catalog with(Set<String> providers) {
        return new Catalog(workflows, tiers, allowlist, providers, parked);
    }

    /// The same while these workflows rest, each with its notice.
    public Catalog without(Map<String, String> parked) {
        return new Catalog(workflows, tiers, allowlist, providers, parked);
    }

    public Optional<Workflow> workflow(String id) {
        return workflows.stream().filter(workflow -> workflow.id().equals(id)).findFirst();
    }

    /// Whether a workflow is open now. A package rests while a part of it does.
    public Availability availability(Workflow workflow) {
        return switch (workflow.availability()) {
            case ComingSoon soon -> soon;
            case Parked resting -> resting;
            case Available open ->
                    Stream.concat(
                                    Stream.of(workflow.id()),
                                    workflow.children().stream().map(Child::workflow))
                            .map(parked::get)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .<Availability>map(Parked::new)
                            .orElse(open);
        };
    }

    /// Whether `workflow` can be dispatched at `tier` and, if not, the first reason.
    public Offer offer(Workflow workflow, Tier tier) {
        return switch (availability(workflow)) {
            case ComingSoon(var notice) -> new Offer.ComingSoon(notice);
            case Parked(var notice) -> new Offer.Parked(notice);
            case Available() when workflow.children().isEmpty() -> routed(workflow, tier);
            case Available() -> fanned(workflow, tier);
        };
    }

    /// The shapes that can be asked for; empty where a shape is not a choice.
    public List<AspectRatio> aspectRatios(Workflow workflow, Tier tier) {
        return tiers.aspectRatios(workflow.id(), tier);
    }

    /// The shape that was asked for in its usual spelling: 21:9 for 42:18. Empty when it cannot be
    /// made.
    public Optional<AspectRatio> aspectRatio(Workflow workflow, Tier tier, String asked) {
        return AspectRatio.parse(asked)
                .flatMap(wanted ->
                        aspectRatios(workflow, tier).stream()
                                .filter(wanted::isSameShapeAs)
                                .findFirst());
    }

    /// The workflows whose lines name this model at this provider, in the order of the table; none
    /// when the allowlist does not hold it.
    public List<String> workflowsOn(String provider, String model) {
        var wanted = new Candidate(provider, model);
        return tiers.lines().stream()
                .filter(line -> line.route().candidates().contains(wanted))
                .filter(_ -> allowlist.models().contains(model))
                .map(TierTable.Line::workflow)
                .distinct()
                .toList();
    }

    /// What stands in the way of one child stands in the way of the package: nobody is to pay for
    /// half a set.
    private Offer fanned(Workflow workflow, Tier tier) {
        return workflow.children().stream()
                .map(child -> offer(child, tier))
                .filter(offer -> !offer.isDispatchable())
                .findFirst()
                .orElseGet(() -> new Offer.Fanned(workflow.children()));
    }

    private Offer offer(Child child, Tier tier) {
        return workflow(child.workflow())
                .filter(workflow -> makes(workflow, tier, child.aspectRatio()))
                .map(workflow -> offer(workflow, tier))
                .orElseGet(Offer.NoRoute::new);
    }

    private boolean makes(Workflow workflow, Tier tier, @Nullable String aspectRatio) {
        return aspectRatio == null || aspectRatio(workflow, tier, aspectRatio).isPresent();
    }

    private Offer routed(Workflow workflow, Tier tier) {
        var route = tiers.route(workflow.id(), tier).flatMap(whole -> whole.through(providers));
        if (route.isEmpty()) {
            return new Offer.NoRoute();
        }
        return allowlist
                .missing(route.get())
                .<Offer>map(Offer.ModelNotAllowed::new)
                .orElseGet(() -> new Offer.Dispatchable(route.get()));
    }
}
