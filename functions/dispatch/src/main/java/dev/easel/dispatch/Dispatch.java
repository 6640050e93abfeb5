package dev.easel.dispatch;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.catalog.Catalog;
import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.generation.Steps;
import dev.easel.guard.Admission;
import dev.easel.guard.Admissions;
import dev.easel.guard.Caller;
import dev.easel.guard.Claim;
import dev.easel.id.Ids;
import dev.easel.parking.Parking;
import dev.easel.quota.Standing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Admits an order, once, and sets it going.
public final class Dispatch {

    private final Catalog catalog;
    private final InputFinder inputs;
    private final Parking parking;
    private final Admissions admissions;
    private final Steps steps;
    private final Ids ids;
    private final Duration deadline;
    private final Log log;

    /// @param deadline how long a generation may take before it is brought to rest
    public Dispatch(
            Catalog catalog,
            InputFinder inputs,
            Parking parking,
            Admissions admissions,
            Steps steps,
            Ids ids,
            Duration deadline,
            Log log) {
        this.catalog = catalog;
        this.inputs = inputs;
        this.parking = parking;
        this.admissions = admissions;
        this.steps = steps;
        this.ids = ids;
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
        var request = 
                DispatchRequest.from(body, catalog).offered(catalog.without(parking.notices()));
        if (outlook.admission() instanceof Admission.Limited limited) {
            throw refusal(limited, standings);
        }
        var fresh =
                Generation.admit(
                        ids.generation(), inputs.find(request), correlation, now, deadline);
        return switch (admissions.admit(fresh, caller, claim)) {
            case Admission.Admitted() -> {
                steps.send(fresh.nextStep(), Duration.ZERO);
                log.tell(new Fact.Admission("admitted"), "generation", fresh.id());
                yield new Dispatched(fresh, false, standings.stream().map(Standing::less).toList());
            }
            case Admission.Claimed claimed -> answer(claimed, standings);
            case Admission.Limited limited -> throw refusal(limited, standings);
        };
    }

    private Dispatched answer(Admission.Claimed claimed, List<Standing> standings) {
        return switch (claimed) {
            case Admission.Replayed(var known) -> {
                // The first answer may have been lost before the message went out. Sent twice, the
                // second finds its step taken.
                if (known.state() instanceof State.Queued && known.attempts().isEmpty()) {
                    steps.send(known.nextStep(), Duration.ZERO);
                }
                log.tell(new Fact.Admission("replayed"), "generation", known.id());
                yield new Dispatched(known, true, standings);
            }
            case Admission.KeyReused() -> {
                log.tell(new Fact.Admission("key_reused"));
                throw new FailureException(new Failure.KeyReused());
            }
        };
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
