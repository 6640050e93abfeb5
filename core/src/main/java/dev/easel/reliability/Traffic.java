package dev.easel.reliability;

import dev.easel.failure.Billed;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.workflow.Tier;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Tells the statistics how the attempts of real generations ended: provider, class, time, price. No
/// prompt, no address, no metadata, and nothing that was ordered or made.
///
/// Whoever tells of an end tells it here, too, and again whenever more is known: each attempt has one
/// row, in the hour in which it ended.
public final class Traffic {

    private final Chronicle chronicle;
    private final Set<String> simulators;

    /// @param simulators the providers that are simulators
    public Traffic(Chronicle chronicle, Set<String> simulators) {
        this.chronicle = chronicle;
        this.simulators = Set.copyOf(simulators);
    }

    /// Of a generation whose status is terminal. Canaries are none of them: they are sent because
    /// something fails, by Easel itself, and would make a bad hour look worse than anybody found it.
    public void ended(Generation generation) {
        if (generation.canary()) {
            return;
        }
        for (var attempt : generation.attempts()) {
            var provider = attempt.tried().provider();
            chronicle.record(
                    new Series(provider, Source.TRAFFIC),
                    attempt.id().value(),
                    observed(attempt, generation.order().tier(), simulators.contains(provider)));
        }
    }

    /// An attempt has succeeded when its picture is ours.
    private static Observation observed(Attempt attempt, Tier tier, boolean simulated) {
        var failure = attempt.failure();
        var billed = attempt.billed();
        var sample =
                new Sample(
                        failure == null ? new Result.Success() : new Result.Failed(failure.kind()),
                        failure == null ? attempt.latency().orElse(null) : null,
                        failure == null,
                        billed == null ? Billed.UNKNOWN : billed,
                        Prices.microDollars(attempt.tried().candidate(), tier).orElse(null),
                        simulated);
        var at = Objects.requireNonNull(attempt.endedAt(), "it ends with its generation");
        return Observation.of(at, sample, Map.of());
    }
}
