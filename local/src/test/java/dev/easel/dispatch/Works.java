package dev.easel.dispatch;

import dev.easel.asset.Assets;
import dev.easel.aws.DynamoRetryBudget;
import dev.easel.aws.DynamoSecondRuns;
import dev.easel.catalog.Catalog;
import dev.easel.event.Bus;
import dev.easel.fetch.Destinations;
import dev.easel.fetch.Fetch;
import dev.easel.generation.Generations;
import dev.easel.generation.Steps;
import dev.easel.guard.RetryBudget;
import dev.easel.guard.RunLimits;
import dev.easel.guard.SecondRuns;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Judge;
import dev.easel.parking.CircuitBreaker;
import dev.easel.parking.Parking;
import dev.easel.provider.Backoff;
import dev.easel.provider.Provider;
import dev.easel.provider.Providers;
import dev.easel.provider.Retries;
import dev.easel.quota.Quota;
import dev.easel.reliability.Chronicle;
import dev.easel.reliability.Sittings;
import dev.easel.reliability.Traffic;
import dev.easel.routing.Contracts;
import dev.easel.sentinelpoll.Asker;
import dev.easel.sentinelpoll.Conclusion;
import dev.easel.sentinelpoll.Gallery;
import dev.easel.sentinelpoll.PixelPanel;
import dev.easel.sentinelpoll.Questioner;
import dev.easel.sentinelpoll.SentinelPoll;
import dev.easel.sentinelpoll.Viewers;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What the functions are made of, in a world of simulated time: made anew for each message, as after a
/// crash.
record Works(World world) {

    /// Of one caller.
    static final int SECOND_RUNS = 3;

    void sweep() {
        new Sweeper(
                        world.wrapped(Generations.class, world.generations),
                        world.wrapped(Steps.class, world::send),
                        ending(),
                        world.wrapped(Evaluations.class, world.evaluations),
                        world.wrapped(EvaluationSteps.class, world::send),
                        World.MINUTE,
                        World.MINUTE,
                        world.clock,
                        world.log())
                .sweep();
    }

    private Ending ending() {
        return new Ending(
                world.wrapped(Generations.class, world.generations),
                world.wrapped(Steps.class, world::send),
                handOver(),
                breaker(),
                new Traffic(chronicle(), Set.of(World.SIMULATED)),
                world.wrapped(Bus.class, world.published::add),
                Backoff.settling(Duration.ofSeconds(2)),
                world.log());
    }

    /// Counts a second try, as the worker does.
    SecondRuns secondRuns() {
        var limits =
                new RunLimits(
                        Quota.runsPerAddress(SECOND_RUNS),
                        Quota.runsPerDay(1_000_000),
                        Duration.ZERO);
        var retries = new dev.easel.aws.Retries(world.clock, new Random(1), _ -> {});
        return new DynamoSecondRuns(World.DYNAMO, World.name("GUARDS_TABLE"), limits, retries);
    }

    private HandOver handOver() {
        return new HandOver(
                world.wrapped(Evaluations.class, world.evaluations),
                world.wrapped(EvaluationSteps.class, world::send),
                Catalog.STANDARD,
                List.of(Judge.SENTINEL),
                World.BUDGET);
    }

    private CircuitBreaker breaker() {
        return new CircuitBreaker(
                world.wrapped(Parking.class, world.parking),
                world.wrapped(Bus.class, world.published::add),
                world.parkAfter);
    }

    private Chronicle chronicle() {
        return world.wrapped(Chronicle.class, world.books);
    }

    Worker worker() {
        return worker(world.wrapped(Steps.class, (Steps) world::sendToSubmits));
    }

    /// `submits` is absent where the calls are made that are the work.
    Worker worker(@Nullable Steps submits) {
        var assets = world.wrapped(Assets.class, world.assets());
        var judged = world.wrapped(Generations.class, world.generations);
        var contracts = world.wrapped(Contracts.class, world.remembered);
        var bus = world.wrapped(Bus.class, world.published::add);
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(10));
        var submitting =
                new Submitting(
                        world.catalog,
                        new Providers(
                                providers().stream()
                                        .map(one -> world.wrapped(Provider.class, one))
                                        .toList()),
                        contracts,
                        assets,
                        world.ids);
        var waiting =
                new Waiting(
                        judged, world.wrapped(Steps.class, world::send), World.MINUTE, world.clock);
        var learning = new Learning(contracts, bus);
        var ending = ending();
        var collecting =
                new Collecting(
                        submitting,
                        learning,
                        new Storing(
                                new Fetch(
                                        50_000_000,
                                        Duration.ofSeconds(20),
                                        Destinations.anywhere(world.serves)),
                                assets,
                                world.clock),
                        ending,
                        waiting,
                        backoff,
                        world.clock);
        var sending =
                new Sending(
                        judged,
                        submits,
                        submitting,
                        learning,
                        collecting,
                        ending,
                        new Retrying(
                                new Retries(Duration.ofSeconds(4), Duration.ofSeconds(60), 3),
                                world.wrapped(
                                        RetryBudget.class,
                                        new DynamoRetryBudget(
                                                World.DYNAMO,
                                                World.name("GUARDS_TABLE"),
                                                1_000_000)),
                                new Random(1)),
                        waiting,
                        backoff,
                        world.clock,
                        world.log());
        var guarding =
                new Guarding(
                        judged,
                        world.wrapped(Evaluations.class, world.evaluations),
                        world.wrapped(SecondRuns.class, secondRuns()),
                        world.catalog,
                        handOver(),
                        world.wrapped(Steps.class, world::send),
                        ending,
                        waiting,
                        backoff,
                        world.clock);
        return new Worker(
                judged,
                submitting,
                sending,
                collecting,
                guarding,
                ending,
                waiting,
                backoff,
                World.MINUTE,
                world.clock);
    }

    private List<Provider> providers() {
        var all = new ArrayList<Provider>(List.of(world.submitsTo));
        all.addAll(world.others);
        return all;
    }

    SentinelPoll panel() {
        var assets = world.wrapped(Assets.class, world.assets());
        var judged = world.wrapped(Generations.class, world.generations);
        var seats = world.wrapped(Evaluations.class, world.evaluations);
        var steps = world.wrapped(EvaluationSteps.class, world::send);
        var questioner = new Questioner(assets);
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(15));
        return new SentinelPoll(
                judged,
                seats,
                steps,
                new PixelPanel(new Gallery(assets)),
                new Asker(
                        world.wrapped(Evaluator.class, world.asks),
                        seats,
                        questioner,
                        world.clock,
                        world.log()),
                new Viewers(Map.of(), seats, steps, questioner, backoff, world.clock, world.log()),
                new Conclusion(
                        judged,
                        seats,
                        breaker(),
                        new Sittings(chronicle(), Set.of()),
                        world.wrapped(Bus.class, world.published::add),
                        world.clock,
                        world.log()),
                backoff,
                World.MINUTE,
                world.clock);
    }
}
