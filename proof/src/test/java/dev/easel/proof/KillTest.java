package dev.easel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.local.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The functions are killed as `kill -9` kills, at moments that nobody chose.
class KillTest {

    private static final Set<Part> FUNCTIONS = Set.of(Part.FUNCTIONS);
    private static final Set<Part> OTHERS = EnumSet.complementOf(EnumSet.of(Part.FUNCTIONS));

    /// Overdue after 60 s, found by a sweep each minute, and the work itself.
    private static final Duration REST_MAX = Duration.ofSeconds(150);

    /// What else can be waited for is an evaluation's deadline, which a sweep finds in a minute.
    private static final Duration JUDGED_MAX = Duration.ofSeconds(300 + 60 + 10);

    private static final int ROUNDS = Integer.getInteger("easel.proof.rounds", 4);
    private static final int SEED = Integer.getInteger("easel.proof.seed", 1);
    private static final int ORDERS_PER_ROUND = 3;
    private static final int ORDERS_IN_FLIGHT = 20;
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(150);

    /// In which status the kill found them, and in which they ended.
    private final TreeMap<String, Integer> struck = new TreeMap<>();

    private final TreeMap<String, Integer> outcomes = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasKilledAtAnyMomentComesToRestAndIsBilledOnce(boolean keysHonoured) throws Exception {
        try (var town = Town.fresh("kill-" + keysHonoured, Times.SHORT);
                var books = new Books(town.at(Part.DYNAMODB), town.template())) {
            town.start(OTHERS);
            town.honourKeys(keysHonoured);
            var functions = town.start(FUNCTIONS);
            var orders = Orders.at(town.at(Part.FUNCTIONS), town.project());
            var placed = new ArrayList<Demand.Placed>();
            var life = life(town, orders, placed);
            // So that a failure can be played again.
            var dice = new Random(keysHonoured ? SEED : -SEED);
            var rests = new ArrayList<Duration>();
            for (int round = 0; round < ROUNDS; round++) {
                try (var demand = new Demand(town)) {
                    for (int n = 0; n < ORDERS_PER_ROUND; n++) {
                        demand.place(orders.order(round * ORDERS_PER_ROUND + n));
                    }
                    Moment.pass(Duration.ofMillis(dice.nextLong(life.toMillis())));
                    functions.kill();
                    demand.all().forEach(one -> strike(one, books));
                    functions = town.start(FUNCTIONS);
                    var restarted = Instant.now();
                    demand.awaitRest(REST_MAX);
                    demand.all().forEach(one -> rests.add(one.restedAfter(restarted)));
                    placed.addAll(demand.all());
                }
            }
            check(town, books, placed);
            tell(
                    "keys " + (keysHonoured ? "honoured" : "ignored") + ", " + ROUNDS + " kills",
                    rests);
        }
    }

    /// The worst moment, met every time: the run is taken, and nobody has written down its number.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aSubmitThatArrivedAndWasCutOffIsFoundAndNotRepeated(boolean keysHonoured)
            throws Exception {
        try (var town = Town.fresh("cut-off-" + keysHonoured, Times.SHORT);
                var books = new Books(town.at(Part.DYNAMODB), town.template());
                var demand = new Demand(town)) {
            town.start(OTHERS);
            town.honourKeys(keysHonoured);
            town.simulate("hang", 1);
            var functions = town.start(FUNCTIONS);
            demand.place(Orders.words(1));
            demand.awaitAnswers();
            while (town.journal().isEmpty()) {
                Moment.pass();
            }
            functions.kill();
            town.start(FUNCTIONS);
            demand.awaitRest(REST_MAX);

            check(town, books, demand.all());
            var generation = books.generation(demand.all().getFirst().id());
            assertThat(generation.state().status()).isEqualTo("succeeded");
            assertThat(generation.attempts()).hasSize(1);
            assertThat(generation.attempt().sends()).isEqualTo(1);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "easel.proof.real", matches = "true")
    void atTheTimesOfADeploymentAllThatWasInFlightRestsInTime() throws Exception {
        try (var town = Town.fresh("kill-real", Times.REAL);
                var books = new Books(town.at(Part.DYNAMODB), town.template());
                var demand = new Demand(town)) {
            town.start(OTHERS);
            var functions = town.start(FUNCTIONS);
            var orders = Orders.at(town.at(Part.FUNCTIONS), town.project());
            for (int n = 0; n < ORDERS_IN_FLIGHT; n++) {
                demand.place(orders.order(n));
                Moment.pass(BETWEEN_ORDERS.multipliedBy(2));
            }
            functions.kill();
            demand.all().forEach(one -> strike(one, books));
            town.start(FUNCTIONS);
            var restarted = Instant.now();
            demand.awaitRest(JUDGED_MAX);

            check(town, books, demand.all());
            var ends = demand.all().stream().map(one -> one.endedAfter(restarted)).toList();
            var rests = demand.all().stream().map(one -> one.restedAfter(restarted)).toList();
            tell("real times, status final", ends);
            tell("real times, at rest", rests);
            assertThat(ends).allMatch(end -> end.compareTo(REST_MAX) <= 0);
        }
    }

    /// From the order to rest, when nobody is killed: the kills are spread over it. The first time
    /// warms up.
    private static Duration life(Town town, Orders orders, List<Demand.Placed> placed) {
        var life = Duration.ZERO;
        for (int n = 0; n < 2; n++) {
            try (var demand = new Demand(town)) {
                var begin = Instant.now();
                demand.place(orders.order(n));
                demand.awaitRest(REST_MAX);
                life = Duration.between(begin, Instant.now());
                placed.addAll(demand.all());
            }
        }
        return life;
    }

    private void strike(Demand.Placed placed, Books books) {
        var where =
                placed.isAnswered()
                        ? books.generation(placed.id()).state().status()
                        : "before the answer";
        struck.merge(where, 1, Integer::sum);
    }

    private void check(Town town, Books books, List<Demand.Placed> placed) {
        var generations = placed.stream().map(one -> books.generation(one.id())).toList();

        assertThat(Books.compare(generations, town.journal())).isEmpty();
        assertThat(generations).allMatch(generation -> generation.state().isTerminal());
        assertThat(placed)
                .filteredOn(one -> one.last().path("status").asText().equals("succeeded"))
                .allMatch(one -> one.last().at("/evaluation/verdict").isTextual());
        placed.forEach(one -> outcomes.merge(one.outcome(), 1, Integer::sum));
    }

    private void tell(String what, List<Duration> times) {
        var sorted = times.stream().map(Duration::toMillis).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d generations; seconds to rest: median %.1f, longest %.1f; struck %s; ended"
                        + " %s%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2) / 1e3,
                sorted.getLast() / 1e3,
                struck,
                outcomes);
    }
}
