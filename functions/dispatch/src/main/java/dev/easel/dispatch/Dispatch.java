package dev.easel.dispatch;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.catalog.Catalog;
import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Lot;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.guard.Admission;
import dev.easel.guard.Admissions;
import dev.easel.guard.Caller;
import dev.easel.guard.Claim;
import dev.easel.id.Ids;
import dev.easel.parking.Parking;
import dev.easel.quota.Standing;
import dev.easel.workflow.Workflow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Admits an order, once, and sets it going.
public final class Dispatch {

    private final Catalog catalog;
    private final InputFinder inputs;
    private final OnceMore onceMore;
    private final Parking parking;
    private final Admissions admissions;
    private final Generations generations;
    private final Steps steps;
    private final Ids ids;
    private final Set<String> guarded;
    private final Duration deadline;
    private final Log log;

    /// @param guarded the workflows whose outputs are held back until they have a verdict
    /// @param deadline how long a generation may take before it is brought to rest
    public Dispatch(
            Catalog catalog,
            InputFinder inputs,
            OnceMore onceMore,
            Parking parking,
            Admissions admissions,
            Generations generations,
            Steps steps,
            Ids ids,
            Set<String> guarded,
            Duration deadline,
            Log log) {
        this.catalog = catalog;
        this.inputs = inputs;
        this.onceMore = onceMore;
        this.parking = parking;
        this.admissions = admissions;
        this.generations = generations;
        this.steps = steps;
        this.ids = ids;
        this.guarded = Set.copyOf(guarded);
        this.deadline = deadline;
        this.log = log;
    }

    /// What came of an order.
    ///
    /// @param replayed it had been admitted before, by the same claim
    /// @param standings where the caller stands with the limits; empty when it could not be read
    public record Dispatched(Generation generation, boolean replayed, List<Standing> standings) {}

    /// Admits and sends the first message, in this order: what is sent exists.
    ///
    /// What a claim stands for is answered before anything is looked at: a replay is one whatever
    /// has become of the catalogue or of its pictures since. Whoever has no run left is told so
    /// once the order has its form, and before its pictures are looked for. Throws
    /// [Failure.InvalidRequest], [Failure.KeyReused], [Failure.RateLimited], [Failure.DayFull],
    /// [Failure.Busy] and what stands in the way of the workflow.
    public Dispatched dispatch(
            JsonNode body, Caller caller, @Nullable Claim claim, String correlation, Instant now) {
        var outlook = admissions.look(caller, claim);
        var standings = outlook.standings();
        if (outlook.admission() instanceof Admission.Claimed claimed) {
            return answer(claimed, standings);
        }
        var wish = wish(body);
        if (outlook.admission() instanceof Admission.Limited limited) {
            throw refusal(limited, standings);
        }
        var lot = lot(wish.workflow(), wish.order().get(), caller, correlation, now);
        return switch (admissions.admit(lot, caller, claim)) {
            case Admission.Admitted() -> {
                lot.working().forEach(one -> steps.send(one.nextStep(), Duration.ZERO));
                log.tell(new Fact.Admission("admitted"), "generation", lot.head().id());
                yield new Dispatched(lot.head(), false, less(standings, lot.runs()));
            }
            case Admission.Claimed claimed -> answer(claimed, standings);
            case Admission.Limited limited -> throw refusal(limited, standings);
        };
    }

    /// What is asked for, in a form that can be carried out now.
    ///
    /// @param order looks for the pictures
    private record Wish(Workflow workflow, Supplier<Order> order) {}

    private Wish wish(JsonNode body) {
        var offered = catalog.without(parking.notices());
        return RetryRequest.from(body)
                .map(onceMore::find)
                .map(read -> again(read, offered))
                .orElseGet(() -> {
                    var request = DispatchRequest.from(body, catalog).offered(offered);
                    return new Wish(request.workflow(), () -> inputs.find(request));
                });
    }

    private Wish again(Reading.Read read, Catalog offered) {
        var order = read.generation().order();
        var workflow =
                catalog.workflow(order.workflow())
                        .orElseThrow(() ->
                                new FailureException(
                                        Failure.InvalidRequest.of(
                                                "/retry_of",
                                                "is of a workflow that is no longer there")));
        DispatchRequest.requireOffer(offered, workflow, order.tier());
        return new Wish(workflow, () -> onceMore.order(read, workflow));
    }

    /// A package is admitted with its children: each an order of its own, on the same photo.
    private Lot lot(
            Workflow workflow, Order order, Caller caller, String correlation, Instant now) {
        var parts = workflow.children();
        if (parts.isEmpty()) {
            var one = Generation.admit(ids.generation(), order, correlation, now, deadline);
            return Lot.of(guarded.contains(workflow.id()) ? one.guardedFor(caller.id()) : one);
        }
        var id = ids.generation();
        var children =
                parts.stream()
                        .map(part ->
                                Generation.admit(
                                                ids.generation(),
                                                order.part(part),
                                                correlation,
                                                now,
                                                deadline)
                                        .childOf(id))
                        .toList();
        return new Lot(
                Generation.pack(
                        id,
                        order,
                        children.stream().map(Generation::id).toList(),
                        correlation,
                        now,
                        deadline),
                children);
    }

    private static List<Standing> less(List<Standing> standings, int runs) {
        var left = standings;
        for (int i = 0; i < runs; i++) {
            left = left.stream().map(Standing::less).toList();
        }
        return left;
    }

    private Dispatched answer(Admission.Claimed claimed, List<Standing> standings) {
        return switch (claimed) {
            case Admission.Replayed(var known) -> {
                setGoing(known);
                log.tell(new Fact.Admission("replayed"), "generation", known.id());
                yield new Dispatched(known, true, standings);
            }
            case Admission.KeyReused() -> {
                log.tell(new Fact.Admission("key_reused"));
                throw new FailureException(new Failure.KeyReused());
            }
        };
    }

    /// The first answer may have been lost before the messages went out. Sent twice, the second finds
    /// its step taken.
    private void setGoing(Generation known) {
        if (known.state() instanceof State.Gathering(var children, _)) {
            children.stream()
                    .flatMap(child -> generations.find(child).stream())
                    .forEach(this::setGoing);
        } else if (known.state() instanceof State.Queued && known.attempts().isEmpty()) {
            steps.send(known.nextStep(), Duration.ZERO);
        }
    }

    /// The limit that refused is told as it was found, the others as they were seen before.
    private FailureException refusal(Admission.Limited limited, List<Standing> standings) {
        var full = limited.standing();
        var told =
                standings.stream()
                        .map(one -> one.quota().equals(full.quota()) ? full : one)
                        .toList();
        return switch (limited) {
            case Admission.AddressLimited _ -> {
                log.tell(new Fact.Admission("rate_limited"));
                yield new FailureException(new Failure.RateLimited(full, told));
            }
            case Admission.DayFull _ -> {
                log.tell(new Fact.Admission("day_full"));
                yield new FailureException(new Failure.DayFull(full, told));
            }
        };
    }
}
