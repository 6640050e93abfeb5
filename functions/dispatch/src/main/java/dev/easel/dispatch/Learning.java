package dev.easel.dispatch;

import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.routing.Contracts;
import dev.easel.routing.Try;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Learns from what providers take and how they answer, so that of many generations only the first
/// ones pay for a change with a wasted call. Whoever learns something first tells of it.
public final class Learning {

    private final Contracts contracts;
    private final Bus bus;

    public Learning(Contracts contracts, Bus bus) {
        this.contracts = contracts;
        this.bus = bus;
    }

    /// The attempt was taken. If the same candidate had just refused it under another contract, this
    /// one is what it wants now.
    void taken(Generation generation, Instant now) {
        var worked = generation.attempt().tried();
        refusedBefore(generation, worked)
                .filter(_ -> contracts.prefer(worked.candidate(), worked.contract(), now))
                .ifPresent(refused ->
                        tell(
                                worked,
                                refused.tried().contract(),
                                worked.contract(),
                                refused.failure() == null
                                        ? ""
                                        : Objects.requireNonNullElse(
                                                refused.failure().field(), "")));
    }

    /// The attempt was answered in this shape. Every known one is read; a change is told all the same.
    void answered(Generation generation, String shape, Instant now) {
        var tried = generation.attempt().tried();
        contracts
                .reshape(tried.candidate(), shape, now)
                .ifPresent(before -> tell(tried, before, shape, "output"));
    }

    private static Optional<Attempt> refusedBefore(Generation generation, Try worked) {
        return generation.attempts().stream()
                .filter(attempt -> attempt.tried().candidate().equals(worked.candidate()))
                .filter(attempt ->
                        attempt.failure() != null
                                && attempt.failure().kind() == FailureClass.CONTRACT_DRIFT)
                .findFirst();
    }

    private void tell(Try tried, String from, String to, String field) {
        bus.publish(
                new Event(
                        "contract.drifted",
                        Map.of(
                                "provider", tried.provider(),
                                "model", tried.model(),
                                "from", from,
                                "to", to,
                                "field", field)));
    }
}
