package dev.easel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.easel.local.Part;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/// Each neighbour goes away in the middle of the work and comes back, every part in a process of its
/// own: what was under way comes to rest, and nothing is paid twice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwayTest {

    private static final Duration REST_MAX = Duration.ofSeconds(150);

    /// Between the order and the verdict.
    private static final Duration MIDST = Duration.ofMillis(1200);

    private static final Duration AWAY = Duration.ofSeconds(3);

    private final Town town = Town.fresh("away", Times.SHORT);
    private final Books books = new Books(town.at(Part.DYNAMODB), town.template());
    private final List<Demand.Placed> placed = new ArrayList<>();
    private Map<Part, Piece> pieces = Map.of();
    private int number;

    @BeforeAll
    void start() {
        var others = EnumSet.complementOf(EnumSet.of(Part.FUNCTIONS));
        pieces = town.startEach(others);
        town.start(EnumSet.of(Part.FUNCTIONS));
    }

    @AfterAll
    void stop() {
        town.close();
        books.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"DYNAMODB", "SQS", "S3", "EVENTS"})
    void whatIsKilledAndComesBackStopsNothingForGood(Part part) throws Exception {
        try (var demand = new Demand(town)) {
            var orders = Orders.at(town.at(Part.FUNCTIONS), town.project());
            place(demand, orders);
            piece(part).kill();

            var told = demand.placeNow(orders.order(number++));
            Moment.pass(AWAY);
            pieces.put(part, town.start(EnumSet.of(part)));
            demand.awaitRest(REST_MAX);

            // What an order needs at once is the table and the queue; all else it can wait for.
            var needed = EnumSet.of(Part.DYNAMODB, Part.SQS).contains(part);
            assertThat(told.status() / 100).as(told.toString()).isEqualTo(needed ? 5 : 2);
            assertThat(demand.placeNow(orders.order(number++)).status()).isEqualTo(202);
            check(demand);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"DYNAMODB", "SQS", "S3", "EVENTS", "SIMULATOR"})
    void whatIsHeldStillAndGoesOnStopsNothingForGood(Part part) throws Exception {
        try (var demand = new Demand(town)) {
            var orders = Orders.at(town.at(Part.FUNCTIONS), town.project());
            place(demand, orders);
            piece(part).suspend();

            demand.place(orders.order(number++));
            Moment.pass(AWAY);
            piece(part).resume();

            check(demand);
        }
    }

    private void place(Demand demand, Orders orders) {
        demand.place(orders.order(number++));
        demand.place(orders.order(number++));
        Moment.pass(MIDST);
    }

    private Piece piece(Part part) {
        return requireNonNull(pieces.get(part));
    }

    private void check(Demand demand) {
        demand.awaitRest(REST_MAX);
        placed.addAll(demand.all());
        var generations = placed.stream().map(one -> books.generation(one.id())).toList();

        assertThat(generations).allMatch(generation -> generation.state().isTerminal());
        assertThat(Books.compare(generations, town.journal())).isEmpty();
        assertThat(demand.all())
                .filteredOn(one -> one.last().path("status").asText().equals("succeeded"))
                .allMatch(one -> one.last().at("/evaluation/verdict").isTextual());
        System.out.println(demand.all().stream().map(Demand.Placed::outcome).toList());
    }
}
