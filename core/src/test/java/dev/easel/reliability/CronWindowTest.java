package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class CronWindowTest {

    @Test
    void isTheSameForEveryFireOfItsStretch() {
        var five = Duration.ofMinutes(5);
        var window = CronWindow.of(Instant.parse("2026-11-24T10:05:00Z"), five);

        assertThat(CronWindow.of(Instant.parse("2026-11-24T10:09:59.999Z"), five))
                .isEqualTo(window);
        assertThat(CronWindow.of(Instant.parse("2026-11-24T10:10:00Z"), five))
                .isGreaterThan(window);
        assertThat(window.wire()).isEqualTo("2026-11-24T10:05:00Z");
    }

    @Test
    void hasOneSpelling() {
        assertThat(CronWindow.parse("2026-11-24T10:05:00Z")).isPresent();
        assertThat(CronWindow.parse("2026-11-24T10:05:00.000Z")).isEmpty();
        assertThat(CronWindow.parse("2026-11-24T11:05:00+01:00")).isEmpty();
        assertThat(CronWindow.parse("yesterday")).isEmpty();
        assertThat(CronWindow.parse("")).isEmpty();
    }
}
