package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

class SharesTest {

    private static final int HOURS = 168;

    @Test
    void hoursThatDifferByChanceAloneHaveNextToNoSpread() {
        var random = new Random(3);

        assertThat(shares(_ -> 0.1, random).spread()).isLessThan(0.03);
    }

    @Test
    void theSpreadIsByHowMuchHoursDiffer() {
        var random = new Random(3);

        assertThat(shares(hour -> hour % 2 == 0 ? 0.1 : 0.3, random).spread())
                .isCloseTo(0.1, within(0.03));
    }

    @Test
    void whatFewSamplesLeaveOpenCountsAsUsual() {
        var few = new Shares(List.of(new Shares.Hour(0, 12)));
        var many = new Shares(List.of(new Shares.Hour(0, 2016)));

        assertThat(few.usual(0.01, 0)).isCloseTo(0.2425, within(0.001));
        assertThat(many.usual(0.01, 0)).isEqualTo(0.01);
    }

    @Test
    void hoursWithNothingInThemAreNoTrouble() {
        assertThat(new Shares(List.of(new Shares.Hour(1, 1), new Shares.Hour(0, 0))).spread())
                .isZero();
    }

    private static Shares shares(IntToDoubleFunction share, Random random) {
        return new Shares(
                IntStream.range(0, HOURS)
                        .mapToObj(hour ->
                                new Shares.Hour(
                                        IntStream.range(0, 12)
                                                .filter(_ ->
                                                        random.nextDouble()
                                                                < share.applyAsDouble(hour))
                                                .count(),
                                        12))
                        .toList());
    }
}
