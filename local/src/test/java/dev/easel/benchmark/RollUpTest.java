package dev.easel.benchmark;

import static dev.easel.judging.Result.ABSTAIN;
import static dev.easel.judging.Result.PASS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoChronicle;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoRuns;
import dev.easel.aws.Ticking;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Settling;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Percentile;
import dev.easel.reliability.Rate;
import dev.easel.reliability.Result;
import dev.easel.reliability.RolledUp;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Run;
import dev.easel.reliability.Sample;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Tally;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// Hours made of runs with a known truth, on DynamoDB Local with the tables of the template. In the quiet
/// stack no schedule rolls up anything.
class RollUpTest {

    private static final Duration FIVE = PlantedRuns.PERIOD;

    private final Map<String, String> env = LiveStack.quiet().environment("BenchmarkFunction");
    private final Map<String, String> rollUpEnv = LiveStack.quiet().environment("RollUpFunction");
    private final Aws aws = new Aws(env);
    private final DynamoRuns runs =
            new DynamoRuns(aws.dynamo(), env.getOrDefault("RUNS_TABLE", ""));
    private final DynamoHistory history =
            new DynamoHistory(
                    aws.dynamo(),
                    env.getOrDefault("RUNS_TABLE", ""),
                    rollUpEnv.getOrDefault("ROLLUPS_TABLE", ""));

    private final DynamoChronicle chronicle =
            new DynamoChronicle(aws.dynamo(), env.getOrDefault("RUNS_TABLE", ""));

    @Test
    void hoursAddUpToTheWholeHoweverOftenTheyAreMade() {
        var series = new Series("sums", Source.BENCHMARK);
        var start = Instant.parse("2031-01-01T00:00:00Z");
        var random = new Random(5);
        var truth = new ArrayList<Run>();
        for (int i = 0; i < 12 * 24; i++) {
            var window = CronWindow.of(start.plus(FIVE.multipliedBy(i)), FIVE);
            var run =
                    i % 9 == 0
                            ? PlantedRuns.failed(series, window)
                            : PlantedRuns.succeeded(series, window, 3000 + random.nextInt(20_000));
            plant(run);
            truth.add(run);
        }
        var now = start.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(20));
        var rollUp = rollUp(series, now);

        history.note(new RolledUp(start, start));
        for (int i = 0; i < 3; i++) {
            rollUp.roll();
            history.note(new RolledUp(start, start));
        }

        var rollups = history.rollups(series, start, now);
        assertThat(rollups).hasSize(24);
        var whole =
                Tally.of(
                        truth.stream()
                                .map(run -> Objects.requireNonNull(run.observed(now).sample()))
                                .toList());
        assertThat(Rollup.tally(rollups)).isEqualTo(whole);
        assertThat(whole.successRate()).isEqualTo(Rate.of(256, 288));
        var sorted =
                truth.stream()
                        .map(Run::ended)
                        .map(Objects::requireNonNull)
                        .filter(ended -> ended.result() instanceof Result.Success)
                        .map(ended ->
                                Objects.requireNonNull(
                                        Objects.requireNonNull(ended.timing()).decoded()))
                        .sorted()
                        .toList();
        for (var percentile : Percentile.values()) {
            double exact =
                    sorted.get((int) Math.ceil(percentile.share() * sorted.size()) - 1).toMillis();
            var told = Rollup.tally(rollups).latencies().estimate(percentile).orElseThrow();
            assertThat((double) told.value().toMillis() / exact).isBetween(0.98, 1.02);
        }
    }

    @Test
    void anHourIsMadeAnewUntilNothingInItChangesAnyMore() {
        var series = new Series("late", Source.BENCHMARK);
        var hour = Instant.parse("2032-01-01T10:00:00Z");
        var window = CronWindow.of(hour.plus(Duration.ofMinutes(55)), FIVE);
        var run = PlantedRuns.succeeded(series, window, 8000);
        var clock = new Ticking(hour.plus(Duration.ofMinutes(61)));
        runs.claim(PlantedRuns.open(run));
        history.note(new RolledUp(hour, hour));

        var rollUp = new RollUp(history, List.of(series.subject()), clock);
        rollUp.roll();
        var before = history.rollups(series, hour, hour.plus(Duration.ofHours(1)));
        runs.end(run);
        clock.advance(Duration.ofMinutes(4));
        rollUp.roll();
        var after = history.rollups(series, hour, hour.plus(Duration.ofHours(1)));

        assertThat(before)
                .singleElement()
                .extracting(rollup -> rollup.tally().successes())
                .isEqualTo(0L);
        assertThat(after)
                .singleElement()
                .extracting(rollup -> rollup.tally().successes())
                .isEqualTo(1L);
    }

    @Test
    void whatWasClaimedAndNeverEndedIsLostAndWhatNeverFiredIsMissed() {
        var series = new Series("gaps", Source.BENCHMARK);
        var hour = Instant.parse("2033-01-01T10:00:00Z");
        plant(PlantedRuns.succeeded(series, CronWindow.of(hour, FIVE), 8000));
        var dead = CronWindow.of(hour.plus(FIVE.multipliedBy(4)), FIVE);
        runs.claim(PlantedRuns.open(PlantedRuns.succeeded(series, dead, 8000)));
        runs.claim(PlantedRuns.open(PlantedRuns.failed(series, CronWindow.of(hour, FIVE))));
        history.note(new RolledUp(hour, hour));

        rollUp(series, hour.plus(Duration.ofMinutes(90))).roll();

        assertThat(history.rollups(series, hour, hour.plus(Duration.ofHours(1))))
                .singleElement()
                .satisfies(rollup -> {
                    assertThat(rollup.tally().results())
                            .isEqualTo(Map.of("success", 1L, FailureClass.LOST.wire(), 1L));
                    assertThat(rollup.skipped()).isEqualTo(1);
                    assertThat(Objects.requireNonNull(rollup.coverage()).missed()).isEqualTo(3);
                });
    }

    @Test
    void anHourOfTrafficTakesInTheBillThatIsLearnedLast() {
        var series = new Series("late-bills", Source.TRAFFIC);
        var hour = Instant.parse("2034-01-01T10:00:00Z");
        var end = hour.plus(Duration.ofHours(1));
        var at = end.minusMillis(1);
        var clock = new Ticking(end.plus(Duration.ofMinutes(1)));
        var rollUp = new RollUp(history, List.of(series.subject()), clock);
        history.note(new RolledUp(hour, hour));

        rollUp.roll();
        assertThat(history.rollups(series, hour, end)).as("its generation runs on").isEmpty();
        // Its generation ends, and its bill is learned, as late as can be.
        for (var billed : List.of(Billed.UNKNOWN, Billed.YES)) {
            clock.advance(billed == Billed.UNKNOWN ? Duration.ofMinutes(16) : Settling.MOST);
            chronicle.record(series, "att_1", Observation.of(at, timeout(billed), Map.of()));
            rollUp.roll();
        }

        assertThat(history.rollups(series, hour, end))
                .singleElement()
                .satisfies(rollup -> {
                    assertThat(rollup.tally().results()).isEqualTo(Map.of("timeout", 1L));
                    assertThat(rollup.tally().billed()).isOne();
                    assertThat(rollup.tally().unsettled()).isZero();
                    assertThat(rollup.tally().unpriced()).isOne();
                    assertThat(rollup.coverage()).as("traffic knows no windows").isNull();
                });
    }

    @Test
    void hoursOfThePanelKeepItsJudgesApart() {
        var hour = Instant.parse("2035-01-01T10:00:00Z");
        var end = hour.plus(Duration.ofHours(1));
        var told = new ArrayList<Observation>();
        for (int i = 0; i < 100; i++) {
            var took = Duration.ofSeconds(100 + i);
            boolean late = i == 99;
            told.add(
                    Observation.of(
                            hour.plusSeconds(30L * i),
                            sample(
                                    new Result.Judged(late ? Verdict.INCOMPLETE : Verdict.GREEN),
                                    late ? Duration.ofMinutes(5) : took),
                            Map.of(
                                    "technical",
                                    sample(new Result.Found(PASS), Duration.ofMillis(400)),
                                    "sentinel",
                                    sample(new Result.Found(late ? ABSTAIN : PASS), took))));
            chronicle.record(Series.PANEL, "evl_" + i, told.getLast());
        }
        history.note(new RolledUp(hour, hour));

        new RollUp(history, List.of(), new Ticking(end.plus(Duration.ofMinutes(5)))).roll();

        var rollup = history.rollups(Series.PANEL, hour, end).getFirst();
        assertThat(rollup).isEqualTo(Rollup.of(Series.PANEL, hour, told, List.of()));
        assertThat(rollup.tally().results()).isEqualTo(Map.of("green", 99L, "incomplete", 1L));
        assertThat(rollup.tally().latencies().count())
                .as("with the one out of time")
                .isEqualTo(100);
        var sentinel = Objects.requireNonNull(rollup.parts().get("sentinel"));
        assertThat(sentinel.results()).isEqualTo(Map.of("pass", 99L, "abstain", 1L));
        assertThat(sentinel.latencies().count()).as("it had not answered").isEqualTo(99);
    }

    private static Sample timeout(Billed billed) {
        return new Sample(
                new Result.Failed(FailureClass.TIMEOUT), null, false, billed, null, false);
    }

    private static Sample sample(Result result, Duration took) {
        return new Sample(result, took, false, Billed.NO, 0, false);
    }

    private RollUp rollUp(Series series, Instant now) {
        return new RollUp(history, List.of(series.subject()), new Ticking(now));
    }

    private void plant(Run run) {
        assertThat(runs.claim(PlantedRuns.open(run))).isTrue();
        runs.end(run);
    }
}
