package dev.easel.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    /// From a table of Wilson's intervals.
    @Test
    void anIntervalIsWilsons() {
        var most = Interval.of(49, 50);
        assertThat(most.low()).isCloseTo(0.895, within(0.001));
        assertThat(most.high()).isCloseTo(0.9965, within(0.001));
        var half = Interval.of(5, 10);
        assertThat(half.low()).isCloseTo(0.2366, within(0.0005));
        assertThat(half.high()).isCloseTo(0.7634, within(0.0005));
    }

    @Test
    void noneOfManyIsNotNever() {
        var none = Interval.of(0, 250);
        assertThat(none.low()).isCloseTo(0, within(1e-9));
        assertThat(none.high()).isCloseTo(0.0151, within(0.0005));
        assertThat(none).hasToString("0-2");
    }

    @Test
    void withoutTrialsAnythingMayBeTrue() {
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 1));
    }
}
