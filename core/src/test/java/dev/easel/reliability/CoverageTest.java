package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class CoverageTest {

    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void seesTheWindowsInWhichNothingFired() {
        var coverage = Coverage.of(List.of(at(0), at(1), at(1), at(4))).orElseThrow();

        assertThat(coverage.fired()).isEqualTo(3);
        assertThat(coverage.missed()).isEqualTo(2);
    }

    @Test
    void seesThemAcrossHoursToo() {
        var windows = new ArrayList<Coverage.Fired>();
        var hours = new ArrayList<Coverage>();
        for (int hour = 0; hour < 5; hour++) {
            var ofHour = new ArrayList<Coverage.Fired>();
            for (int window = 0; window < 12; window++) {
                // A gap over the end of an hour, one within an hour, and a whole hour.
                int number = hour * 12 + window;
                if (!(number >= 10 && number < 14) && number != 30 && hour != 3) {
                    ofHour.add(at(number));
                }
            }
            Coverage.of(ofHour).ifPresent(hours::add);
            windows.addAll(ofHour);
        }
        var whole = Coverage.of(windows).orElseThrow();

        assertThat(whole.missed()).isEqualTo(4 + 1 + 12);
        assertThat(Coverage.merge(hours.reversed())).contains(whole);
    }

    @Test
    void doesNotTakeTheWindowThatHasJustBegunForMissed() {
        var coverage = Coverage.of(List.of(at(0))).orElseThrow();

        assertThat(coverage.missedBefore(TEN.plusSeconds(299))).isZero();
        assertThat(coverage.missedBefore(TEN.plusSeconds(599))).isZero();
        assertThat(coverage.missedBefore(TEN.plusSeconds(601))).isEqualTo(1);
        assertThat(coverage.missedBefore(TEN.plusSeconds(901))).isEqualTo(2);
    }

    @Test
    void doesNotMakeUpWindowsWhereThePeriodChanged() {
        var fast = Duration.ofSeconds(30);
        var slowThenFast =
                List.of(
                        new Coverage.Fired(new CronWindow(TEN), FIVE),
                        new Coverage.Fired(new CronWindow(TEN.plusSeconds(240)), fast),
                        new Coverage.Fired(new CronWindow(TEN.plusSeconds(270)), fast));

        assertThat(Coverage.of(slowThenFast).orElseThrow().missed()).isZero();
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Coverage.of(List.of())).isEmpty();
        assertThat(Coverage.merge(List.of())).isEmpty();
    }

    @Test
    void namesTheWindowsBetweenStretchesAndAfterTheLast() {
        var hours =
                List.of(
                        Coverage.of(List.of(at(0), at(1))).orElseThrow(),
                        Coverage.of(List.of(at(4))).orElseThrow());
        var now = TEN.plus(FIVE.multipliedBy(7)).plusSeconds(1);

        assertThat(Coverage.gaps(hours.reversed(), now))
                .containsExactly(
                        TEN.plus(FIVE.multipliedBy(2)),
                        TEN.plus(FIVE.multipliedBy(3)),
                        TEN.plus(FIVE.multipliedBy(5)),
                        TEN.plus(FIVE.multipliedBy(6)));
        var whole = Coverage.merge(hours).orElseThrow();
        assertThat(Coverage.gaps(hours, now))
                .hasSize((int) (whole.missed() + whole.missedBefore(now)));
    }

    private static Coverage.Fired at(int number) {
        return new Coverage.Fired(CronWindow.of(TEN.plus(FIVE.multipliedBy(number)), FIVE), FIVE);
    }
}
