package dev.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Itinerary.Again;
import dev.easel.generation.Itinerary.Fresh;
import dev.easel.generation.Itinerary.OtherContract;
import dev.easel.id.AttemptId;
import dev.easel.routing.Candidate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;

/// Whom to ask after whom.
class ItineraryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AttemptId ID = new AttemptId("att_00000000000000000000000001");
    private static final Candidate FIRST = new Candidate("first", "m");
    private static final Candidate SECOND = new Candidate("second", "m");

    private final Itinerary itinerary =
            new Itinerary(List.of(FIRST, SECOND), _ -> List.of("new", "old"));

    @Test
    void theFirstIsAskedFirst() {
        assertThat(itinerary.next(List.of())).contains(new Fresh(FIRST));
        assertThat(new Itinerary(List.of(), _ -> List.of()).next(List.of())).isEmpty();
    }

    @Test
    void nobodyIsAskedWhileOneIsAtWorkOrHasSucceeded() {
        var running = Attempt.start(ID, FIRST.under("new"), NOW);

        assertThat(itinerary.next(List.of(running))).isEmpty();
        assertThat(itinerary.next(List.of(running.succeed(NOW)))).isEmpty();
    }

    @Test
    void aChangedContractIsFollowedByTheOtherOneOnce() {
        var drifted = ended(FIRST, "new", FailureClass.CONTRACT_DRIFT, Billed.NO);
        var other = ended(FIRST, "old", FailureClass.INVALID_REQUEST, Billed.NO);

        assertThat(itinerary.next(List.of(drifted))).contains(new OtherContract(FIRST, "old"));
        assertThat(itinerary.next(List.of(drifted, other))).contains(new Fresh(SECOND));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureClass.class,
            names = {
                "CONTENT_POLICY",
                "EMPTY_OUTPUT",
                "BAD_OUTPUT",
                "OUTPUT_FETCH_FAILED",
                "SUBSTITUTED_MODEL",
                "UNKNOWN_OUTCOME",
                "CANCELLED"
            })
    void whatOthersWouldDoNoBetterIsAskedOfNobody(FailureClass kind) {
        assertThat(itinerary.next(List.of(ended(FIRST, "new", kind, Billed.NO)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FailureClass.class)
    void whatMayHaveBeenBilledIsAskedOfNobody(FailureClass kind) {
        for (var billed : List.of(Billed.YES, Billed.UNKNOWN)) {
            assertThat(itinerary.next(List.of(ended(FIRST, "new", kind, billed))))
                    .as(kind + " " + billed)
                    .isEmpty();
        }
    }

    @Test
    void theLastOneIsAskedAgainAndTheTimesAreCounted() {
        var first = ended(FIRST, "new", FailureClass.RATE_LIMITED, Billed.NO);
        var second = ended(SECOND, "old", FailureClass.RATE_LIMITED, Billed.NO);

        assertThat(itinerary.next(List.of(first, second))).contains(new Again(SECOND, "old", 0));
        assertThat(itinerary.next(List.of(first, second, second)))
                .contains(new Again(SECOND, "old", 1));
    }

    @Test
    void whatWillNotPassIsNotAskedAgain() {
        assertThat(
                        itinerary.next(
                                List.of(
                                        ended(FIRST, "new", FailureClass.RATE_LIMITED, Billed.NO),
                                        ended(SECOND, "new", FailureClass.QUOTA, Billed.NO))))
                .isEmpty();
    }

    @Test
    void aRouteThatLostTheOneWhoWasAskedGoesOnWithWhoIsLeft() {
        var gone = ended(new Candidate("gone", "m"), "new", FailureClass.AUTH, Billed.NO);

        assertThat(itinerary.next(List.of(gone))).contains(new Fresh(FIRST));
    }

    private static Attempt ended(
            Candidate candidate, String contract, FailureClass kind, Billed billed) {
        return Attempt.start(ID, candidate.under(contract), NOW)
                .fail(new ProviderFailure(kind, billed, "as told"), NOW);
    }
}
