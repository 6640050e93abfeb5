package dev.easel.aws;

import dev.easel.aws.AdmissionTransaction.Outcome;
import dev.easel.aws.AdmissionTransaction.Role;
import dev.easel.aws.Retries.Tried;
import dev.easel.aws.Retries.Why;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Lot;
import dev.easel.guard.Admission;
import dev.easel.guard.Admissions;
import dev.easel.guard.Caller;
import dev.easel.guard.Claim;
import dev.easel.guard.Outlook;
import dev.easel.guard.RunLimits;
import dev.easel.quota.Standing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Admissions in DynamoDB: claim, address, day and generation are one transaction, and nothing but
/// that transaction lets anybody in.
///
/// A consistent read goes before it, which only ever answers early: a flood of refused calls then
/// writes nothing and never holds the day's item.
public final class DynamoAdmissions implements Admissions {

    private static final Duration BUSY_FOR = Duration.ofSeconds(1);

    private final Generations generations;
    private final GuardsReader guards;
    private final AddressRegister addresses;
    private final DayCounter days;
    private final AdmissionTransaction transaction;
    private final Retries retries;

    /// @param table holds the generations
    /// @param guards holds claims, addresses and days
    public DynamoAdmissions(
            DynamoDbClient dynamo,
            Generations generations,
            String table,
            String guards,
            RunLimits limits,
            Retries retries) {
        this.generations = generations;
        this.guards = new GuardsReader(dynamo, guards);
        this.addresses = AddressRegister.ofRuns(limits.perAddress(), limits.skew());
        this.days = new DayCounter(limits.perDay());
        this.transaction = new AdmissionTransaction(dynamo, table, guards, addresses, days);
        this.retries = retries;
    }

    @Override
    public Outlook look(Caller caller, @Nullable Claim claim) {
        try {
            return lookNow(caller, claim, retries.clock().instant());
        } catch (SdkException e) {
            Retries.why(e);
            return Outlook.UNKNOWN;
        }
    }

    private Outlook lookNow(Caller caller, @Nullable Claim claim, Instant now) {
        var address = addresses.key(caller);
        var day = days.key(now);
        var keys = new ArrayList<>(List.of(address, day));
        if (claim != null) {
            keys.add(ClaimRow.key(claim));
        }
        var found = guards.read(keys);
        if (found.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        var items = found.get();
        var ofAddress = addresses.standing(items.at(address), now);
        var ofDay = days.standing(items.at(day), now);
        var standings = List.of(ofAddress, ofDay);
        var claimed =
                claim == null
                        ? Optional.<ClaimRow>empty()
                        : ClaimRow.read(items.at(ClaimRow.key(claim)), now);
        if (claim != null && claimed.isPresent()) {
            return new Outlook(answer(claimed.get(), claim), standings);
        }
        var limited = limited(ofAddress, ofDay, 1);
        // The items are not of one moment: a twin may have come in between claim and address.
        var twin = limited == null || claim == null ? null : claimed(claim).orElse(null);
        return new Outlook(twin == null ? limited : twin, standings);
    }

    @Override
    public Admission admit(Lot lot, Caller caller, @Nullable Claim claim) {
        var admission = retries.until(number -> tryOnce(number, lot, caller, claim));
        return admission == null ? inTheEnd(lot.head(), claim) : admission;
    }

    /// The time of a try is the clock's, not the request's: one that grew old while conflicts were
    /// waited out would be written as if it were new.
    private Tried<Admission> tryOnce(int number, Lot lot, Caller caller, @Nullable Claim claim) {
        if (number > 0) {
            var seen = look(caller, claim).admission();
            if (seen != null) {
                return new Tried.Decided<>(unlessOurs(seen, lot.head(), claim));
            }
        }
        var now = retries.clock().instant();
        return switch (transaction.write(lot, caller, claim, now)) {
            case Outcome.Written() -> new Tried.Decided<>(new Admission.Admitted());
            case Outcome.Cancelled cancelled -> read(cancelled, lot, claim, now);
        };
    }

    /// A claim goes before everything, a conflict before a limit: what stood beside a conflict need
    /// not have been looked at.
    private Tried<Admission> read(
            Outcome.Cancelled cancelled, Lot lot, @Nullable Claim claim, Instant now) {
        var generation = lot.head();
        if (claim != null && cancelled.refused(Role.CLAIM)) {
            return ClaimRow.read(cancelled.item(Role.CLAIM), now)
                    .map(row -> unlessOurs(answer(row, claim), generation, claim))
                    .<Tried<Admission>>map(Tried.Decided::new)
                    .orElseGet(() -> new Tried.Undecided<>(Why.COLLIDED));
        }
        // Its id is fresh and random: only our own write, whose answer was lost, can be there.
        if (cancelled.refused(Role.GENERATION)) {
            return new Tried.Decided<>(new Admission.Admitted());
        }
        if (cancelled.collided()) {
            return new Tried.Undecided<>(Why.COLLIDED);
        }
        if (cancelled.throttled()) {
            return new Tried.Undecided<>(Why.THROTTLED);
        }
        if (!cancelled.refused(Role.ADDRESS) && !cancelled.refused(Role.DAY)) {
            throw cancelled.cause();
        }
        var limited =
                limited(
                        addresses.standing(cancelled.item(Role.ADDRESS), now, lot.runs()),
                        days.standing(cancelled.item(Role.DAY), now),
                        lot.runs());
        return limited == null
                ? new Tried.Undecided<>(Why.COLLIDED)
                : new Tried.Decided<>(unlessOurs(limited, generation, claim));
    }

    /// The limit that has too few places left; of two, the one that takes longer to wait for.
    private static Admission.@Nullable Limited limited(Standing address, Standing day, int runs) {
        boolean addressFull = address.remaining() < runs;
        boolean waitsForDay = !addressFull || day.nextIn().compareTo(address.nextIn()) > 0;
        if (day.remaining() < runs && waitsForDay) {
            return new Admission.DayFull(day);
        }
        return addressFull ? new Admission.AddressLimited(address) : null;
    }

    /// Before anybody is refused: a try of ours whose answer was lost may have come in, or a twin
    /// under the same key.
    private Admission unlessOurs(Admission answer, Generation generation, @Nullable Claim claim) {
        return switch (answer) {
            case Admission.Admitted admitted -> admitted;
            case Admission.KeyReused reused -> reused;
            case Admission.Replayed(var known) when known.id().equals(generation.id()) ->
                    new Admission.Admitted();
            case Admission.Replayed replayed -> replayed;
            case Admission.Limited limited -> settled(generation, claim).orElse(limited);
        };
    }

    private Optional<Admission> settled(Generation generation, @Nullable Claim claim) {
        if (claim == null) {
            return generations.find(generation.id()).map(_ -> new Admission.Admitted());
        }
        return claimed(claim).map(known -> unlessOurs(known, generation, claim));
    }

    /// Nobody is let in on a doubt, and nobody who is in is turned away.
    private Admission inTheEnd(Generation generation, @Nullable Claim claim) {
        try {
            return settled(generation, claim).orElseThrow(DynamoAdmissions::busy);
        } catch (SdkException e) {
            Retries.why(e);
            throw busy();
        }
    }

    private static FailureException busy() {
        return new FailureException(new Failure.Busy(BUSY_FOR));
    }

    private Optional<Admission> claimed(Claim claim) {
        return ClaimRow.read(guards.read(ClaimRow.key(claim)), retries.clock().instant())
                .map(row -> answer(row, claim));
    }

    private Admission answer(ClaimRow row, Claim claim) {
        return row.fingerprint().equals(claim.fingerprint())
                ? new Admission.Replayed(generations.find(row.generation()).orElseThrow())
                : new Admission.KeyReused();
    }
}
