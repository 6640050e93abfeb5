package dev.easel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.aws.DynamoRuns;
import dev.easel.aws.Ticking;
import dev.easel.benchmark.Benchmark;
import dev.easel.benchmark.Entrant;
import dev.easel.benchmark.PlantedRuns;
import dev.easel.benchmark.RollUp;
import dev.easel.door.Log;
import dev.easel.id.Ids;
import dev.easel.local.LiveStack;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Digest;
import dev.easel.reliability.Health;
import dev.easel.reliability.RolledUp;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Window;
import dev.easel.routing.Candidate;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What is said about runs with a known truth, on DynamoDB Local with the tables of the template, in
/// years of its own.
class MetricsTest {

    private static final List<String> PROVIDERS = TierTable.STANDARD.providers();

    private final Map<String, String> env = LiveStack.quiet().environment("MetricsFunction");
    private final Aws aws = new Aws(env);
    private final DynamoRuns runs =
            new DynamoRuns(aws.dynamo(), env.getOrDefault("RUNS_TABLE", ""));
    private final DynamoHistory history =
            new DynamoHistory(
                    aws.dynamo(),
                    env.getOrDefault("RUNS_TABLE", ""),
                    env.getOrDefault("ROLLUPS_TABLE", ""));

    @Test
    void whoClaimsAndDiesIsLostInTheAnswersWithinTenMinutes() {
        var at = Instant.parse("2041-01-01T10:00:00Z");
        var clock = new Ticking(at.plusSeconds(1));
        history.note(new RolledUp(Window.MONTH.from(at), Window.MONTH.from(at)));
        var benchmark =
                new Benchmark(
                        PROVIDERS.stream().map(provider -> doomed(provider, clock)).toList(),
                        PlantedRuns.PERIOD,
                        _ -> {},
                        new Log("benchmark", clock, _ -> {}));

        assertThatThrownBy(() -> benchmark.fire(at)).hasRootCauseMessage("the function is killed");

        assertThat(report(clock, Window.HOUR).providers())
                .hasSize(6)
                .allSatisfy(one -> assertThat(one.digest().tally().results()).isEmpty());
        clock.advance(Duration.ofMinutes(10));
        assertThat(report(clock, Window.HOUR).providers())
                .hasSize(6)
                .allSatisfy(one -> {
                    assertThat(one.digest().tally().results()).isEqualTo(Map.of("lost", 1L));
                    assertThat(one.digest().tally().successRate()).isEmpty();
                });
    }

    @Test
    void aWindowInWhichSomebodyElseWasCalledIsNotMissed() {
        var at = Instant.parse("2042-01-01T00:00:00Z");
        history.note(new RolledUp(at, at));
        for (int i = 0; i < 36; i++) {
            var window = at.plus(PlantedRuns.PERIOD.multipliedBy(i));
            // Nothing fires for an hour and a half, and one provider is not listed in the third
            // hour.
            if (i >= 6 && i < 24) {
                continue;
            }
            plant(succeeded("google", window, 8000));
            if (i < 6 || i >= 30) {
                plant(succeeded("prodia", window, 8000));
            }
        }
        var now = at.plus(Duration.ofHours(3)).plusSeconds(1);

        var open = report(new Ticking(now), Window.DAY);
        new RollUp(history, PROVIDERS, new Ticking(now)).roll();
        var closed = report(new Ticking(now), Window.DAY);

        assertThat(digest(closed, "google").missed()).isEqualTo(18);
        assertThat(digest(closed, "prodia").missed()).isEqualTo(18);
        assertThat(digest(closed, "runware").missed()).isNull();
        assertThat(digest(closed, "google").tally().successes()).isEqualTo(18);
        assertThat(digest(closed, "prodia").tally().successes()).isEqualTo(12);
        assertThat(digest(closed, "google").points())
                .extracting(Digest.Point::missed)
                .containsExactly(6L, 12L, 0L);
        // Read row by row or counted up beforehand: the same.
        PROVIDERS.forEach(
                provider -> assertThat(digest(open, provider)).isEqualTo(digest(closed, provider)));
    }

    @Test
    void whoWasNeverCalledHasNoRateAndIsNotFailing() {
        var now = Instant.parse("2043-01-01T10:00:00Z");
        history.note(new RolledUp(now, now));

        assertThat(report(new Ticking(now), Window.MONTH).providers())
                .hasSize(6)
                .allSatisfy(one -> {
                    assertThat(one.health()).isEqualTo(Health.NO_DATA);
                    assertThat(one.digest().tally().successRate()).isEmpty();
                    assertThat(one.digest().missed()).isNull();
                    assertThat(one.digest().points()).isEmpty();
                });
    }

    /// Dies after its claim, as a function does that is killed: nothing is written any more.
    private Entrant doomed(String provider, Clock clock) {
        return new Entrant(
                candidate(provider),
                new Entrant.Rules(() -> true, true, Duration.ofMinutes(2)),
                (_, _, _) -> {
                    throw new AssertionError("the function is killed");
                },
                runs,
                (_, _) -> true,
                new Ids(new Random(7)),
                clock);
    }

    private static Candidate candidate(String provider) {
        return TierTable.STANDARD.route("create", Tier.ONE_K).orElseThrow().candidates().stream()
                .filter(candidate -> candidate.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private static Digest digest(Report report, String provider) {
        return report.providers().stream()
                .filter(one -> one.provider().equals(provider))
                .findFirst()
                .orElseThrow()
                .digest();
    }

    private Report report(Ticking clock, Window window) {
        return new Metrics(
                        history,
                        new DynamoIncidents(aws.dynamo(), env.getOrDefault("ROLLUPS_TABLE", "")),
                        PROVIDERS,
                        clock)
                .report(MetricsRequest.ofBenchmark(window, null));
    }

    private void plant(Run run) {
        runs.claim(PlantedRuns.open(run));
        runs.end(run);
    }

    private static Run succeeded(String provider, Instant at, long millis) {
        return PlantedRuns.succeeded(
                new Series(provider, Source.BENCHMARK), new CronWindow(at), millis);
    }
}
