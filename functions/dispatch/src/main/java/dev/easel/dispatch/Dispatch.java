package dev.easel.dispatch;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.Steps;
import dev.easel.guard.Admission;
import dev.easel.guard.Admissions;
import dev.easel.guard.Claim;
import dev.easel.id.Ids;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// Admits an order, once, and sets it going.
public final class Dispatch {

    private final Admissions admissions;
    private final Steps steps;
    private final Ids ids;
    private final Duration deadline;

    /// @param deadline how long a generation may take before it is brought to rest
    public Dispatch(Admissions admissions, Steps steps, Ids ids, Duration deadline) {
        this.admissions = admissions;
        this.steps = steps;
        this.ids = ids;
        this.deadline = deadline;
    }

    /// What came of an order.
    ///
    /// @param replayed it had been admitted before, by the same claim
    public record Dispatched(Generation generation, boolean replayed) {}

    /// Admits and sends the first message, in this order: what is sent exists. Throws
    /// [Failure.KeyReused].
    public Dispatched dispatch(
            Order order, @Nullable Claim claim, String correlation, Instant now) {
        var fresh = Generation.admit(ids.generation(), order, correlation, now, deadline);
        return switch (admissions.admit(fresh, claim, now)) {
            case Admission.Admitted() -> {
                steps.send(fresh.nextStep(), Duration.ZERO);
                yield new Dispatched(fresh, false);
            }
            case Admission.Replayed(var known) -> {
                // The first answer may have been lost before the message went out. Sent twice, the
                // second finds its step taken.
                if (known.step() == 0) {
                    steps.send(known.nextStep(), Duration.ZERO);
                }
                yield new Dispatched(known, true);
            }
            case Admission.KeyReused() -> throw new FailureException(new Failure.KeyReused());
        };
    }
}
