package dev.easel.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.event.Event;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.id.Ids;
import dev.easel.judging.Fault;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Result;
import dev.easel.judging.Verdict;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// When a workflow parks itself, and what wakes it.
class CircuitBreakerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int ENOUGH = 3;
    private static final List<Finding> UNCHANGED = List.of(fault(Fault.UNCHANGED));

    private final Ids ids = new Ids(new Random(1));
    private final MemoryParking parking = new MemoryParking();
    private final List<Event> told = new ArrayList<>();
    private final CircuitBreaker breaker = new CircuitBreaker(parking, told::add, ENOUGH);

    @Test
    void asManyOfTheSameInARowParkItAndAreToldOnce() {
        fail(FailureClass.UPSTREAM_5XX, 2);
        assertThat(parking.all()).isEmpty();

        fail(FailureClass.UPSTREAM_5XX, 3);

        assertThat(parking.all().get("edit"))
                .isInstanceOfSatisfying(
                        Parked.ByItself.class,
                        own -> assertThat(own.cause()).isEqualTo("upstream_5xx"));
        assertThat(told)
                .containsExactly(
                        new Event(
                                "workflow.parked",
                                Map.of(
                                        "workflow",
                                        "edit",
                                        "by",
                                        "itself",
                                        "cause",
                                        "upstream_5xx",
                                        "since",
                                        NOW.toString())));
    }

    @Test
    void anotherCauseBeginsAnew() {
        fail(FailureClass.UPSTREAM_5XX, 2);
        fail(FailureClass.TIMEOUT, 2);
        fail(FailureClass.UPSTREAM_5XX, 2);

        assertThat(parking.all()).isEmpty();
    }

    @Test
    void aGoodOneInBetweenEndsTheRowAndWhatSaysNothingDoesNot() {
        judge(Verdict.RED, UNCHANGED, 2);
        judge(Verdict.GREEN, List.of(), 1);
        judge(Verdict.RED, UNCHANGED, 2);
        fail(FailureClass.CONTENT_POLICY, 5);
        judge(Verdict.INCOMPLETE, List.of(), 5);
        assertThat(parking.all()).isEmpty();

        judge(Verdict.RED, UNCHANGED, 1);

        assertThat(parking.all().get("edit"))
                .isInstanceOfSatisfying(
                        Parked.ByItself.class,
                        own -> assertThat(own.cause()).isEqualTo("red:unchanged"));
    }

    @Test
    void anEndThatIsToldTwiceCountsOnce() {
        var one = generation();
        for (int i = 0; i < ENOUGH; i++) {
            breaker.failed(one, FailureClass.TIMEOUT, NOW);
        }

        assertThat(parking.all()).isEmpty();
    }

    /// Whoever parked it may have stopped before it told.
    @Test
    void theEndThatParkedItTellsOfItAgainAndNoOtherDoes() {
        fail(FailureClass.TIMEOUT, 2);
        var last = generation();
        breaker.failed(last, FailureClass.TIMEOUT, NOW);
        breaker.failed(last, FailureClass.TIMEOUT, NOW.plusSeconds(1));
        fail(FailureClass.TIMEOUT, 1);

        assertThat(told).hasSize(2).first().isEqualTo(told.getLast());
    }

    @Test
    void aRaceForTheStreakIsRunAgain() {
        parking.overtaken = 4;

        fail(FailureClass.TIMEOUT, ENOUGH);

        assertThat(parking.all()).containsKey("edit");
    }

    @Test
    void withoutALimitNothingParks() {
        var never = new CircuitBreaker(parking, told::add, 0);

        never.failed(generation(), FailureClass.TIMEOUT, NOW);

        assertThat(parking.all()).isEmpty();
        assertThat(parking.streaks).isEmpty();
    }

    @Test
    void aCanaryThatPassesWakesItAndTheNextRowBeginsAtNothing() {
        fail(FailureClass.TIMEOUT, ENOUGH);
        var canary = send();

        breaker.judged(canary, Verdict.AMBER, List.of(), NOW);

        assertThat(parking.all()).isEmpty();
        assertThat(told).extracting(Event::type).endsWith("workflow.woken");
        assertThat(told.getLast().detail()).containsEntry("by", "canary");
        fail(FailureClass.TIMEOUT, ENOUGH - 1);
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void aCanaryThatDoesNotPassLeavesEverythingAsItIs() {
        fail(FailureClass.TIMEOUT, ENOUGH);
        var before = parking.all();
        var canary = send();
        var sent = parking.all();

        breaker.judged(canary, Verdict.RED, UNCHANGED, NOW);
        breaker.judged(canary, Verdict.INCOMPLETE, List.of(), NOW);
        breaker.failed(canary, FailureClass.TIMEOUT, NOW);

        assertThat(parking.all()).isEqualTo(sent).isNotEqualTo(before);
        assertThat(told).hasSize(1);
    }

    @Test
    void onlyTheNewestCanaryWakesIt() {
        fail(FailureClass.TIMEOUT, ENOUGH);
        var first = send();
        send();

        breaker.judged(first, Verdict.GREEN, List.of(), NOW);

        assertThat(parking.all()).containsKey("edit");
        assertThat(told).hasSize(1);
    }

    @Test
    void whatAnOperatorParkedNoCanaryWakes() {
        fail(FailureClass.TIMEOUT, ENOUGH);
        var canary = send();
        parking.park(new Parked.ByHand("edit", "We are looking into it.", NOW));

        breaker.judged(canary, Verdict.GREEN, List.of(), NOW);

        assertThat(parking.all().get("edit")).isInstanceOf(Parked.ByHand.class);
    }

    @Test
    void whatPeopleReadNamesNoCause() {
        for (var cause : List.of("upstream_5xx", "red:blank")) {
            var parked = new Parked.ByItself("edit", cause, NOW, ids.generation(), null);

            assertThat(parked.notice()).doesNotContain("upstream", "blank", "_").endsWith(".");
        }
    }

    private void fail(FailureClass kind, int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(generation(), kind, NOW);
        }
    }

    private void judge(Verdict verdict, List<Finding> findings, int times) {
        for (int i = 0; i < times; i++) {
            breaker.judged(generation(), verdict, findings, NOW);
        }
    }

    /// As [Canaries] would.
    private Generation send() {
        var canary =
                Generation.canary(ids.generation(), order(), "req-1", NOW, Duration.ofMinutes(15));
        if (parking.parked.get("edit") instanceof Parked.ByItself own) {
            parking.parked.put(
                    "edit",
                    new Parked.ByItself("edit", own.cause(), own.since(), own.last(), canary.id()));
        }
        return canary;
    }

    private Generation generation() {
        return Generation.admit(ids.generation(), order(), "req-1", NOW, Duration.ofMinutes(15));
    }

    private static Order order() {
        return new Order("edit", Tier.ONE_K, null, null, List.of(), "bluer", null, null, Map.of());
    }

    private static Finding fault(Fault fault) {
        return new Finding(Judge.CHANGE, Result.FAIL, fault, "Unchanged.", List.of(), Map.of());
    }
}
