package dev.easel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class SchemaMemoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T05:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final ModelSchema OLD = new ModelSchema(Map.of("a", "1"), Map.of());
    private static final ModelSchema NEW = new ModelSchema(Map.of("b", "1"), Map.of());
    private static final SchemaMemory KNOWN = SchemaMemory.initial("m", OLD, MONDAY);

    @Test
    void whatIsAsItWasIsNoNews() {
        assertThat(KNOWN.look(OLD, TUESDAY, LEASE)).isEmpty();
        assertThat(KNOWN.untold()).isEmpty();
    }

    @Test
    void aChangeIsWrittenDownBeforeItIsTold() {
        var taken = KNOWN.look(NEW, TUESDAY, LEASE).orElseThrow();

        assertThat(taken.version()).isEqualTo(2);
        assertThat(taken.untold()).isEqualTo(SchemaChange.between(OLD, NEW));
        assertThat(taken.tell().untold()).isEmpty();
        assertThat(taken.tell().look(NEW, TUESDAY.plus(LEASE), LEASE)).isEmpty();
    }

    @Test
    void whatSomebodyIsAboutToTellIsLeftToThem() {
        var taken = KNOWN.look(NEW, TUESDAY, LEASE).orElseThrow();

        assertThat(taken.look(NEW, TUESDAY.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
    }

    @Test
    void whatSomebodyFailedToTellIsToldByTheNextAsTheSameChange() {
        var taken = KNOWN.look(NEW, TUESDAY, LEASE).orElseThrow();

        var again = taken.look(NEW, TUESDAY.plus(LEASE), LEASE).orElseThrow();

        assertThat(again.untold()).isEqualTo(taken.untold());
        assertThat(again.seenAt()).isEqualTo(taken.seenAt());
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void aChangeThatWasTakenBackBeforeAnybodyWasToldIsNone() {
        var taken = KNOWN.look(NEW, TUESDAY, LEASE).orElseThrow();

        var back = taken.look(OLD, TUESDAY.plus(LEASE), LEASE).orElseThrow();

        assertThat(back.untold()).isEmpty();
    }

    @Test
    void aModelThatGoesAndComesBackIsNewsTwice() {
        var gone = KNOWN.look(null, TUESDAY, LEASE).orElseThrow().tell();
        var back = gone.look(OLD, TUESDAY.plus(LEASE), LEASE).orElseThrow();

        assertThat(gone.look(null, TUESDAY.plus(LEASE), LEASE)).isEmpty();
        assertThat(back.untold()).isEqualTo(SchemaChange.between(null, OLD));
    }
}
