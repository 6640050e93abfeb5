package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.template.Trigger.Timetable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class SchedulerTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-11-22T10:02:30Z"));
    private final Scheduler scheduler = new Scheduler(clock, Runnable::run);
    private final List<Instant> fired = new ArrayList<>();

    private static Cadence cadence(String expression) {
        return Cadence.parse(expression, ZoneOffset.UTC);
    }

    @Test
    void aScheduleFiresOnceAtItsTimeAndIsToldWhichTimeThatIs() {
        scheduler.add(cadence("rate(5 minutes)"), fired::add);

        clock.advance(Duration.ofSeconds(149));
        scheduler.tick();
        assertThat(fired).isEmpty();

        clock.advance(Duration.ofSeconds(3));
        scheduler.tick();
        scheduler.tick();
        assertThat(fired).containsExactly(Instant.parse("2026-11-22T10:05:00Z"));
    }

    @Test
    void afterALongSleepOnlyTheNewestTimeIsFired() {
        scheduler.add(cadence("cron(0/5 * * * ? *)"), fired::add);

        clock.advance(Duration.ofHours(3));
        scheduler.tick();
        clock.advance(Duration.ofMinutes(5));
        scheduler.tick();

        assertThat(fired)
                .containsExactly(
                        Instant.parse("2026-11-22T13:00:00Z"),
                        Instant.parse("2026-11-22T13:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rate(1 minute); 2026-11-22T10:03:00Z",
                "rate(2 hours); 2026-11-22T12:00:00Z",
                "rate(1 day); 2026-11-23T00:00:00Z",
                "cron(0/5 * * * ? *); 2026-11-22T10:05:00Z",
                "cron(7,9 * * * ? *); 2026-11-22T10:07:00Z",
                "cron(30 4 * * ? *); 2026-11-23T04:30:00Z",
                "cron(0 10 ? * 2-6 *); 2026-11-23T10:00:00Z",
                "cron(0 0 1 1 ? *); 2027-01-01T00:00:00Z",
                "cron(0 0 29 2 ? *); 2028-02-29T00:00:00Z",
            })
    void theNextTimeIsAlignedToTheClock(String expression, Instant next) {
        assertThat(cadence(expression).next(clock.instant())).isEqualTo(next);
    }

    @Test
    void aCronExpressionIsReadInItsTimeZone() {
        var berlin = Cadence.parse("cron(0 12 * * ? *)", ZoneId.of("Europe/Berlin"));

        assertThat(berlin.next(clock.instant())).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @Test
    void whatIsNotUnderstoodIsAnErrorAndNotASchedule() {
        assertThatThrownBy(() -> cadence("every so often")).hasMessageContaining("neither rate");
        assertThatThrownBy(() -> cadence("cron(0 0 L * ? *)"))
                .hasMessageContaining("L in a cron expression");
        assertThatThrownBy(() -> cadence("cron(61 * * * ? *)"))
                .hasMessageContaining("outside of 0 to 59");
        assertThatThrownBy(() -> cadence("cron(* * *)")).hasMessageContaining("six fields");
    }

    @Test
    void theInputOfAScheduleNamesTheScheduledTime() {
        var time = Instant.parse("2026-11-22T10:05:00Z");
        var own =
                new Timetable(
                        "Tick",
                        "rate(1 minute)",
                        "UTC",
                        "{\"at\":\"<aws.scheduler.scheduled-time>\"}");
        var none = new Timetable("Tick", "rate(1 minute)", "UTC", null);

        assertThat(new String(ScheduledEvent.of(own, time), StandardCharsets.UTF_8))
                .isEqualTo("{\"at\":\"2026-11-22T10:05:00Z\"}");
        assertThat(new String(ScheduledEvent.of(none, time), StandardCharsets.UTF_8))
                .contains("\"source\":\"aws.scheduler\"", "\"time\":\"2026-11-22T10:05:00Z\"");
    }

    private static final class SetClock extends Clock {
        private Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
