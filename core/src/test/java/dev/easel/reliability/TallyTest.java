package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class TallyTest {

    @Test
    void ofNothingHasNoRateRatherThanARateOfZero() {
        assertThat(Tally.empty().successRate()).isEmpty();
        assertThat(Tally.empty().strictSuccessRate()).isEmpty();
        assertThat(Tally.empty().costPerPicture()).isEmpty();
        assertThat(Tally.empty().costPerUsablePicture()).isEmpty();
    }

    @Test
    void blamesAProviderForWhatItDidAndForNothingElse() {
        var tally =
                Tally.of(
                        List.of(
                                success(),
                                success(),
                                success(),
                                failed(FailureClass.UPSTREAM_5XX),
                                failed(FailureClass.AUTH),
                                failed(FailureClass.LOST),
                                notCalled(Result.Reason.OVER_BUDGET),
                                notCalled(Result.Reason.NOT_CONFIGURED)));

        assertThat(tally.successRate()).contains(Rate.of(3, 4).orElseThrow());
        assertThat(tally.strictSuccessRate()).contains(Rate.of(3, 6).orElseThrow());
        assertThat(tally.calls()).isEqualTo(6);
    }

    @Test
    void chargesUselessPicturesToTheUsableOnes() {
        var useless =
                new Sample(
                        new Result.Failed(FailureClass.BAD_OUTPUT),
                        Duration.ofSeconds(4),
                        true,
                        Billed.YES,
                        60_000,
                        false);
        var tally = Tally.of(List.of(success(), useless, failed(FailureClass.CONNECT)));

        assertThat(tally.costPerPicture()).contains(60_000L);
        assertThat(tally.costPerUsablePicture()).contains(120_000L);
    }

    @Test
    void tellsApartWhatWasBilledAndWhatNobodyKnows() {
        var ambiguous =
                new Sample(
                        new Result.Failed(FailureClass.UNKNOWN_OUTCOME),
                        null,
                        false,
                        Billed.UNKNOWN,
                        60_000,
                        false);
        var tally = Tally.of(List.of(success(), ambiguous));

        assertThat(tally.billed()).isEqualTo(1);
        assertThat(tally.unsettled()).isEqualTo(1);
        assertThat(tally.microDollars()).isEqualTo(60_000);
    }

    @Test
    void takesLatenciesOfSuccessesOnly() {
        var tally = Tally.of(List.of(success(), failed(FailureClass.TIMEOUT)));

        assertThat(tally.latencies().count()).isEqualTo(1);
    }

    @Test
    void ofHoursMergesToThatOfTheWhole() {
        var all = new ArrayList<Sample>();
        IntStream.range(0, 400)
                .forEach(i -> all.add(i % 7 == 0 ? failed(FailureClass.OVERLOADED) : success()));

        assertThat(
                        Tally.merge(
                                List.of(
                                        Tally.of(all.subList(0, 150)),
                                        Tally.of(all.subList(150, 150)),
                                        Tally.of(all.subList(150, 400)))))
                .isEqualTo(Tally.of(all));
    }

    @Test
    void leavesOutOfTheRateWhatItDoesNotKnow() {
        var later =
                new Tally(
                        Map.of("success", 2L, "a_class_of_tomorrow", 5L),
                        Latencies.of(List.of()),
                        2,
                        2,
                        0,
                        0,
                        0,
                        0);

        assertThat(later.successRate()).contains(Rate.of(2, 2).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void everyClassOfFailureIsSpeltOneWay(FailureClass kind) {
        var result = new Result.Failed(kind);

        assertThat(Result.of(result.wire())).contains(result);
    }

    private static Sample success() {
        return new Sample(
                new Result.Success(), Duration.ofSeconds(8), true, Billed.YES, 60_000, false);
    }

    private static Sample failed(FailureClass kind) {
        return new Sample(
                new Result.Failed(kind), Duration.ofSeconds(3), false, Billed.NO, 60_000, false);
    }

    private static Sample notCalled(Result.Reason reason) {
        return new Sample(new Result.NotCalled(reason), null, false, Billed.NO, 0, false);
    }
}
