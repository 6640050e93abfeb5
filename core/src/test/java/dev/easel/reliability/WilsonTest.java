package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12, 0.757, 1.000",
        "11, 12, 0.646, 0.985",
        "288, 288, 0.987, 1.000",
        "285, 288, 0.970, 0.997",
        "2010, 2016, 0.994, 0.999"
    })
    void agreesWithThePublishedFigures(long successes, long n, double low, double high) {
        var interval = Wilson.interval(successes, n);

        assertThat(interval.low()).isCloseTo(low, within(0.0006));
        assertThat(interval.high()).isCloseTo(high, within(0.0006));
    }

    /// The interval is what the score test does not reject: found here by bisection of the test itself,
    /// and not by the formula.
    @Test
    void itsEndsAreWhereTheScoreTestBeginsToReject() {
        for (long n = 1; n <= 400; n += 7) {
            for (long successes = 0; successes <= n; successes++) {
                var interval = Wilson.interval(successes, n);

                assertThat(interval.low()).isCloseTo(end(successes, n, 0), within(1e-9));
                assertThat(interval.high()).isCloseTo(end(successes, n, 1), within(1e-9));
            }
        }
    }

    private static double end(long successes, long n, double outside) {
        double share = (double) successes / n;
        double in = share;
        double out = outside;
        for (int step = 0; step < 100; step++) {
            double middle = (in + out) / 2;
            double z = Math.abs(share - middle) / Math.sqrt(middle * (1 - middle) / n);
            if (z > 1.959963984540054) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return in;
    }

    @Test
    void knowsNothingOfAProportionOfNone() {
        assertThatThrownBy(() -> Wilson.interval(0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Rate.of(0, 0)).isEmpty();
    }
}
