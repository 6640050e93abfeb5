package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.catalog.Catalog;
import dev.easel.dispatch.ScriptedProvider.Play;
import dev.easel.event.Event;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.judging.Verdict;
import dev.easel.provider.Ability;
import dev.easel.routing.Allowlist;
import dev.easel.routing.Candidate;
import dev.easel.routing.Route;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who is asked after whom, under which contract, and what is never asked twice.
class RoutingTest {

    private static final Duration LIMIT = Duration.ofMinutes(90);

    private final World world = new World();
    private final ScriptedProvider second;

    /// A model of its own for each test, because what is learned of one is remembered in a table that
    /// all share.
    private final String model = "test/" + UUID.randomUUID();

    RoutingTest() {
        second = world.another("second");
        route("runflow", "second");
    }

    @ParameterizedTest
    @EnumSource(
            value = Play.class,
            names = {"RATE_LIMITED", "INVALID", "UNAUTHORIZED"})
    void whatWasNotBilledIsAskedOfTheNextAtOnce(Play play) {
        world.provider.script.add(play);

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(rested.attempts())
                .extracting(attempt -> attempt.tried().provider())
                .containsExactly("runflow", "second");
        assertThat(rested.attempts())
                .extracting(Attempt::billed)
                .containsExactly(Billed.NO, Billed.YES);
    }

    @Test
    void whatMayHaveBeenBilledIsAskedOfNobodyElse() {
        world.provider.abilities = Set.of(Ability.ASYNC);
        world.provider.script.add(Play.ANSWER_LOST);

        var rested = play();

        assertThat(rested.state()).isInstanceOf(State.Failed.class);
        assertThat(rested.attempt().billed()).isEqualTo(Billed.UNKNOWN);
        assertThat(world.provider.submits).isEqualTo(1);
        assertThat(second.submits).isZero();
    }

    @Test
    void anOrderThatWasDeclinedIsNotTakenToALaxerOne() {
        world.provider.script.add(Play.MODERATED);

        assertThat(play().attempts()).hasSize(1);
        assertThat(second.submits).isZero();
    }

    @Test
    void theLastOneIsAskedAgainAfterAWhile() {
        world.provider.script.add(Play.RATE_LIMITED);
        second.script.addAll(List.of(Play.RATE_LIMITED, Play.RATE_LIMITED));

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(rested.attempts())
                .extracting(attempt -> attempt.tried().provider())
                .containsExactly("runflow", "second", "second", "second");
    }

    @Test
    void whereNobodyCanBeAskedAndAKeyIsHonouredItIsSentAgainUnderThatKey() {
        world.provider.abilities = Set.of(Ability.ASYNC, Ability.HONOURS_KEY);
        world.provider.script.add(Play.ANSWER_LOST);

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.submits).isEqualTo(2);
        assertThat(world.provider.runs).as("billed").hasSize(1);
        assertThat(rested.attempts()).hasSize(1);
    }

    @Test
    void aCallThatIsTheWorkIsMadeElsewhereAndItsPictureKeptAtOnce() {
        world.provider.abilities = Set.of();

        var rested = play();

        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.submits).isEqualTo(1);
        assertThat(world.provider.polls).isZero();
        assertThat(world.handedOver).isEqualTo(1);
    }

    @Test
    void aCallThatIsTheWorkAndWasCutOffIsNeverMadeAgain() {
        world.provider.abilities = Set.of();
        world.provider.script.add(Play.ANSWER_LOST);

        var rested = play();

        assertThat(rested.state()).isInstanceOf(State.Failed.class);
        assertThat(((State.Failed) rested.state()).failure().kind())
                .isEqualTo(FailureClass.UNKNOWN_OUTCOME);
        assertThat(world.provider.submits).isEqualTo(1);
    }

    @Test
    void whoCanBeStoppedIsStopped() {
        world.provider.abilities = Set.of(Ability.ASYNC, Ability.CANCEL);
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(3));

        world.cancel().cancel(generation.id(), world.clock.instant());
        world.play(generation, LIMIT);

        assertThat(world.read(generation).state()).isInstanceOf(State.Cancelled.class);
        assertThat(world.provider.cancelled).containsExactly("run-0");
    }

    @Test
    void aContractThatIsRefusedIsFollowedByTheOtherOneAndThatIsRememberedAndTold() {
        world.provider.contracts = List.of("2026-10", "2026-04");
        world.provider.takesOnly = "2026-04";

        var first = play();
        int afterFirst = world.provider.submits;
        var next = world.admit();
        world.play(next, LIMIT.multipliedBy(2));

        assertThat(first.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(first.attempts())
                .extracting(attempt -> attempt.tried().contract())
                .containsExactly("2026-10", "2026-04");
        assertThat(first.attempts().getFirst().failure())
                .extracting(failure -> failure.kind())
                .isEqualTo(FailureClass.CONTRACT_DRIFT);
        assertThat(world.provider.submits - afterFirst).as("no wasted call").isEqualTo(1);
        assertThat(drifts())
                .singleElement()
                .extracting(Event::detail)
                .isEqualTo(
                        Map.of(
                                "provider", "runflow",
                                "model", model,
                                "from", "2026-10",
                                "to", "2026-04",
                                "field", "input.zip_url"));
    }

    @Test
    void whatNobodyTakesUnderAnyContractIsNoDrift() {
        world.provider.contracts = List.of("2026-10", "2026-04");
        world.provider.takesOnly = "none";
        route("runflow");

        var rested = play();

        assertThat(rested.attempts())
                .extracting(attempt -> attempt.failure() == null ? null : attempt.failure().kind())
                .containsExactly(FailureClass.INVALID_REQUEST, FailureClass.INVALID_REQUEST);
        assertThat(drifts()).isEmpty();
    }

    @Test
    void anotherShapeOfTheAnswerIsReadRememberedAndToldOnce() {
        play();
        world.provider.shape = "image_urls[]";
        var second = world.admit();
        world.play(second, LIMIT.multipliedBy(2));
        var third = world.admit();
        world.play(third, LIMIT.multipliedBy(3));

        assertThat(List.of(second, third))
                .allSatisfy(one -> assertThat(world.read(one).verdict()).isEqualTo(Verdict.GREEN));
        assertThat(drifts())
                .singleElement()
                .satisfies(drift ->
                        assertThat(drift.detail())
                                .containsEntry("from", "outputs[]")
                                .containsEntry("to", "image_urls[]"));
    }

    private List<Event> drifts() {
        return world.published.stream()
                .filter(event -> event.type().equals("contract.drifted"))
                .toList();
    }

    private Generation play() {
        var generation = world.admit();
        world.play(generation, LIMIT);
        return world.read(generation);
    }

    private void route(String... providers) {
        var candidates =
                Arrays.stream(providers).map(provider -> new Candidate(provider, model)).toList();
        world.catalog =
                new Catalog(
                        Catalog.STANDARD.workflows(),
                        new TierTable(
                                List.of(
                                        new TierTable.Line(
                                                "create",
                                                Tier.ONE_K,
                                                new Route(candidates),
                                                List.of()))),
                        new Allowlist(Set.of(model)),
                        Set.of(providers));
    }
}
