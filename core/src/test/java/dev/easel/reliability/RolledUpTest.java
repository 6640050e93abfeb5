package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generation.Settling;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class RolledUpTest {

    private static final Instant HOUR = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant NEXT = HOUR.plus(Duration.ofHours(1));
    private static final int MANY = 48;

    private final RolledUp nothing = new RolledUp(HOUR, HOUR);

    @Test
    void anHourThatHasJustEndedIsMadeAndMadeAgain() {
        var now = NEXT.plus(Duration.ofMinutes(1));

        var rolled = nothing.after(nothing.next(now, MANY), now);

        assertThat(rolled.upTo()).isEqualTo(NEXT);
        assertThat(rolled.from(now)).isBeforeOrEqualTo(HOUR);
    }

    @Test
    void anHourIsNotSettledBeforeTheLastBillOfItsLastAttemptCanBeKnown() {
        var lastBill = NEXT.plus(Duration.ofMinutes(15)).plus(Settling.MOST);

        assertThat(nothing.after(NEXT, lastBill).from(lastBill)).isBeforeOrEqualTo(HOUR);
    }

    @Test
    void thenItIs() {
        var now = NEXT.plus(RolledUp.SETTLES_AFTER);

        assertThat(nothing.after(NEXT, now).from(now)).isEqualTo(NEXT);
    }
}
