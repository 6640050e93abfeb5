package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.local.LiveStack;
import dev.easel.reliability.Condition;
import dev.easel.reliability.Cusum;
import dev.easel.reliability.Gauge;
import dev.easel.reliability.Incident;
import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Norm;
import dev.easel.reliability.Notice;
import dev.easel.reliability.Phase;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Standing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the change detector remembers, against DynamoDB Local.
class StandingsTest {

    private static final Instant NOON = Instant.parse("2034-01-01T12:00:00Z");

    /// The table is shared; the series is this test's own.
    private final Series series = new Series("s-" + UUID.randomUUID(), Source.BENCHMARK);

    private final Map<String, String> env = LiveStack.quiet().environment("ProviderWatchFunction");
    private final Aws aws = new Aws(env);
    private final String table = env.getOrDefault("ROLLUPS_TABLE", "");
    private final DynamoStandings standings = new DynamoStandings(aws.dynamo(), table);
    private final DynamoIncidents incidents = new DynamoIncidents(aws.dynamo(), table);

    @Test
    void oneThatNobodyLookedAtIsNotThere() {
        assertThat(standings.of(series)).isEmpty();
    }

    @Test
    void itIsReadAsItWasWritten() {
        var standing = standing(1);

        assertThat(standings.save(standing)).isTrue();

        assertThat(standings.of(series)).contains(standing);
    }

    @Test
    void aVersionIsWrittenOnce() {
        assertThat(standings.save(standing(2))).as("there is no first").isFalse();
        assertThat(standings.save(standing(1))).isTrue();
        assertThat(standings.save(standing(1))).isFalse();
        assertThat(standings.save(standing(2))).isTrue();
        assertThat(standings.save(standing(2))).isFalse();
    }

    @Test
    void anIncidentIsReadUntilItWasOverBeforeTheTimeThatIsAskedFor() {
        var slow = incident(Aspect.LATENCY, NOON);
        var failing = incident(Aspect.SUCCESS_RATE, NOON);
        incidents.keep(slow);
        incidents.keep(failing);
        var later = NOON.plus(Duration.ofDays(3));

        assertThat(incidents.since(series, later)).containsExactly(failing, slow);
        incidents.keep(slow.end(NOON.plus(Duration.ofHours(1))));
        assertThat(incidents.since(series, later)).containsExactly(failing);
        assertThat(incidents.since(series, NOON)).hasSize(2);
    }

    private Standing standing(long version) {
        var norm = new Norm(8123.5, List.of(new Gauge(16_000, 0.031, 0.281)));
        var sum = new Cusum(3.25, NOON, 4, 91_000.5, true);
        var open = incident(Aspect.LATENCY, NOON);
        var over = open.end(NOON.plusSeconds(9));
        return new Standing(
                series,
                NOON.plusMillis(7),
                NOON,
                Map.of(
                        Aspect.LATENCY,
                        new Condition(
                                norm, NOON, new Phase.Worse(open, List.of(sum)), List.of(over)),
                        Aspect.SUCCESS_RATE,
                        new Condition(
                                null,
                                Instant.EPOCH,
                                new Phase.Steady(List.of(sum, new Cusum(0, null, 0, 0, false))),
                                List.of())),
                List.of(
                        new Notice(over, Notice.News.RECOVERED),
                        new Notice(open, Notice.News.DEGRADED)),
                NOON.plusSeconds(3),
                version);
    }

    private Incident incident(Aspect aspect, Instant began) {
        return new Incident(
                series, aspect, began, began.plusSeconds(900), null, 0.99, 1.0 / 3, true);
    }
}
