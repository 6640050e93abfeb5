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
    void sees_the_windows_in_which_nothing_fired() {
        var coverage = Coverage.of(List.of(at(0), at(1), at(1), at(4))).orElseThrow();

        assertThat(coverage.fired()).isEqualTo(3);
        assertThat(coverage.missed()).isEqualTo(2);
    }

    @Test
    void sees_them_across_hours_too() {
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
    void does_not_take_the_window_that_has_just_begun_for_missed() {
        var coverage = Coverage.of(List.of(at(0))).orElseThrow();

        assertThat(coverage.missedBefore(TEN.plusSeconds(299))).isZero();
        assertThat(coverage.missedBefore(TEN.plusSeconds(599))).isZero();
        assertThat(coverage.missedBefore(TEN.plusSeconds(601))).isEqualTo(1);
        assertThat(coverage.missedBefore(TEN.plusSeconds(901))).isEqualTo(2);
    }

    @Test
    void does_not_make_up_windows_where_the_period_changed() {
        var fast = Duration.ofSeconds(30);
        var slowThenFast =
                List.of(
                        new Coverage.Fired(new CronWindow(TEN), FIVE),
                        new Coverage.Fired(new CronWindow(TEN.plusSeconds(240)), fast),
                        new Coverage.Fired(new CronWindow(TEN.plusSeconds(270)), fast));

        assertThat(Coverage.of(slowThenFast).orElseThrow().missed()).isZero();
    }

    @Test
    void of_nothing_is_nothing() {
        assertThat(Coverage.of(List.of())).isEmpty();
        assertThat(Coverage.merge(List.of())).isEmpty();
    }

    private static Coverage.Fired at(int number) {
        return new Coverage.Fired(CronWindow.of(TEN.plus(FIVE.multipliedBy(number)), FIVE), FIVE);
    }
}
