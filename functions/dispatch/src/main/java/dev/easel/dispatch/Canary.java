package dev.easel.dispatch;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Order;
import dev.easel.generation.Steps;
import dev.easel.id.GenerationId;
import dev.easel.id.Ids;
import dev.easel.parking.Canaries;
import dev.easel.parking.Parked;
import dev.easel.parking.Parking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Tries out the workflows that parked themselves: sends one generation ahead for each that has none
/// under way. Its verdict wakes the workflow, or the next tick tries again.
public final class Canary {

    /// Longer than a panel may sit and the sweeper takes to notice. A canary that does not rest even
    /// then is given up.
    private static final Duration GIVEN_UP = Duration.ofMinutes(20);

    private final Parking parking;
    private final Canaries canaries;
    private final CanaryOrders orders;
    private final Generations generations;
    private final Steps steps;
    private final Ids ids;
    private final Duration deadline;
    private final Clock clock;
    private final Log log;

    /// @param deadline how long a generation may take before it is brought to rest
    public Canary(
            Parking parking,
            Canaries canaries,
            CanaryOrders orders,
            Generations generations,
            Steps steps,
            Ids ids,
            Duration deadline,
            Clock clock,
            Log log) {
        this.parking = parking;
        this.canaries = canaries;
        this.orders = orders;
        this.generations = generations;
        this.steps = steps;
        this.ids = ids;
        this.deadline = deadline;
        this.clock = clock;
        this.log = log;
    }

    /// How many workflows had parked themselves, how many canaries were sent for them, and how many
    /// could not be.
    public record Sent(int parked, int sent, int failed) {}

    /// Who rests longest goes first, for the day's budget may not do for all.
    public Sent send() {
        var parked =
                parking.all().values().stream()
                        .filter(Parked.ByItself.class::isInstance)
                        .map(Parked.ByItself.class::cast)
                        .sorted(Comparator.comparing(Parked.ByItself::since))
                        .toList();
        return send(parked, clock.instant());
    }

    private Sent send(List<Parked.ByItself> parked, Instant now) {
        int sent = 0;
        int failed = 0;
        for (var one : parked) {
            // One that cannot be tried must not keep the others asleep.
            try {
                sent += isUnderWay(one, now) ? 0 : send(one, now);
            } catch (RuntimeException e) {
                log.error("canary not sent", new Fact.Mishap(), e, "workflow", one.workflow());
                failed++;
            }
        }
        return new Sent(parked.size(), sent, failed);
    }

    private boolean isUnderWay(Parked.ByItself parked, Instant now) {
        var canary = parked.canary();
        return canary != null && isUnderWay(canary, now);
    }

    private boolean isUnderWay(GenerationId canary, Instant now) {
        return generations
                .find(canary)
                .filter(generation -> !generation.rests())
                .filter(generation -> now.isBefore(generation.deadlineAt().plus(GIVEN_UP)))
                .isPresent();
    }

    private int send(Parked.ByItself parked, Instant now) {
        return orders.order(parked.workflow()).map(order -> send(parked, order, now)).orElse(0);
    }

    /// Written, then sent: a message that gets lost is sent again by the sweeper.
    private int send(Parked.ByItself parked, Order order, Instant now) {
        var id = ids.generation();
        var canary = Generation.canary(id, order, id.value(), now, deadline);
        return switch (canaries.start(parked, canary, now)) {
            case Canaries.Start.Started() -> {
                steps.send(canary.nextStep(), Duration.ZERO);
                log.info("canary sent", "generation", id, "workflow", parked.workflow());
                yield 1;
            }
            case Canaries.Start.BudgetSpent() -> {
                log.info("canaries spent", "workflow", parked.workflow());
                yield 0;
            }
            case Canaries.Start.Overtaken() -> 0;
        };
    }
}
