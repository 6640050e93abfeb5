package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class WindowTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:07:33Z");

    @Test
    void aMonthIsSevenHundredAndTwentyHoursAndTheOpenOne() {
        var from = Window.MONTH.from(NOW);

        assertThat(from).isEqualTo(Instant.parse("2026-10-25T10:00:00Z"));
        assertThat(Duration.between(from, Rollup.hourOf(NOW)).toHours()).isEqualTo(720);
    }

    @Test
    void anHourIsReadInPiecesOfFiveMinutes() {
        assertThat(Window.HOUR.from(NOW)).isEqualTo(Instant.parse("2026-11-24T09:05:00Z"));
        assertThat(Window.HOUR.pieceOf(NOW)).isEqualTo(Instant.parse("2026-11-24T10:05:00Z"));
    }

    @Test
    void noPieceLiesInTwoPoints() {
        for (var window : Window.values()) {
            for (var at = Window.WEEK.from(NOW); at.isBefore(NOW); at = at.plusSeconds(61)) {
                var piece = window.pieceOf(at);
                assertThat(window.pointOf(piece)).isEqualTo(window.pointOf(at));
                assertThat(piece).isBeforeOrEqualTo(at);
            }
        }
    }
}
