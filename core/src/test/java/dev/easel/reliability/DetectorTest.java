package dev.easel.reliability;

import static dev.easel.reliability.Life.RUNS_OF_DAY;
import static dev.easel.reliability.Life.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.failure.FailureClass;
import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Life.Fault;
import dev.easel.reliability.Life.Nature;
import dev.easel.reliability.Life.Times;
import dev.easel.reliability.Notice.News;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class DetectorTest {

    private static final int LIFE = 7;
    private static final int WEEK = 7 * RUNS_OF_DAY;
    private static final Nature GOOD = Nature.of(0.001, Times.NARROW);

    @Test
    void aProviderThatDiesIsNoticedAfterAFewRunsAndItsRecoveryToo() {
        var standing = watch(Fault.failing(1).during(WEEK, WEEK + 40), WEEK + 200);

        assertThat(standing.untold())
                .extracting(Notice::news)
                .containsExactly(News.DEGRADED, News.RECOVERED);
        var incident = standing.untold().getLast().incident();
        assertThat(incident.aspect()).isEqualTo(Aspect.SUCCESS_RATE);
        assertThat(incident.began()).isEqualTo(at(WEEK));
        assertThat(incident.noticed()).isBetween(at(WEEK + 2), at(WEEK + 3));
        assertThat(incident.ended()).isEqualTo(at(WEEK + 40));
        assertThat(incident.before()).isCloseTo(0.999, within(0.002));
        assertThat(incident.during()).isZero();
        assertThat(incident.simulated()).isTrue();
        assertThat(standing.isDegraded()).isFalse();
    }

    @Test
    void aProviderThatIsThreeTimesAsSlowIsNoticedWithMilliseconds() {
        var standing = watch(Fault.slower(3).during(WEEK, WEEK + 100), WEEK + 300);

        assertThat(standing.untold())
                .extracting(Notice::news)
                .containsExactly(News.DEGRADED, News.RECOVERED);
        var incident = standing.untold().getFirst().incident();
        assertThat(incident.aspect()).isEqualTo(Aspect.LATENCY);
        assertThat(incident.before()).isBetween(7_000.0, 10_000.0);
        assertThat(incident.during()).isBetween(20_000.0, 35_000.0);
    }

    @Test
    void asLongAsItLastsItIsOneIncident() {
        var standing = watch(Fault.failing(1).during(WEEK, WEEK + 500), WEEK + 500);

        assertThat(standing.untold()).extracting(Notice::news).containsExactly(News.DEGRADED);
        assertThat(standing.isDegraded()).isTrue();
    }

    @Test
    void aFailureNowAndThenIsNone() {
        var seen = life(Fault.NONE, 2 * WEEK);
        for (int run = WEEK; run < 2 * WEEK; run += 50) {
            seen.set(run, Life.failed(at(run)));
        }

        assertThat(Life.watch(Detector.STANDARD, seen).untold()).isEmpty();
    }

    @Test
    void whatTheProviderDoesNotAnswerForIsNone() {
        var seen = life(Fault.NONE, WEEK + 100);
        var others =
                List.of(
                        new Result.Failed(FailureClass.LOST),
                        new Result.Failed(FailureClass.RATE_LIMITED),
                        new Result.Failed(FailureClass.QUOTA),
                        new Result.NotCalled(Result.Reason.OVER_BUDGET));
        for (int run = WEEK; run < WEEK + 100; run++) {
            seen.set(run, Life.ended(at(run), others.get(run % others.size())));
        }

        assertThat(Life.watch(Detector.STANDARD, seen).untold()).isEmpty();
    }

    @Test
    void whatItSeesDoesNotDependOnWhenItLooked() {
        var fault = Fault.failing(0.5).during(WEEK + 31, WEEK + 90);
        var seen = life(fault, WEEK + 400);
        var past = Life.past(seen);
        var often = Standing.begin(Life.SERIES, Life.START);
        for (int run = 1; run <= seen.size(); run++) {
            var now = at(run);
            var upTo = often.upTo();
            var next = seen.subList(0, run).stream().filter(one -> one.at().isAfter(upTo)).toList();
            often = Detector.STANDARD.follow(often, next, now, past);
        }

        assertThat(often.untold()).isNotEmpty();
        assertThat(often).isEqualTo(Life.watch(Detector.STANDARD, seen));
    }

    @Test
    void oneThatIsUnderWayHoldsUpWhatIsLater() {
        var seen = life(Fault.failing(1).during(WEEK, WEEK + 20), WEEK + 20);
        var waits = new ArrayList<>(seen);
        waits.set(WEEK, Life.observed(at(WEEK), null));

        assertThat(Life.watch(Detector.STANDARD, waits).upTo()).isEqualTo(at(WEEK - 1));

        waits.set(WEEK, Life.ended(at(WEEK), new Result.Failed(FailureClass.LOST)));
        var incident = Life.watch(Detector.STANDARD, waits).untold().getFirst().incident();
        assertThat(incident.began()).isEqualTo(at(WEEK + 1));
    }

    @Test
    void whatIsHardlyAMinuteOldWaitsForWhatMayComeBeforeIt() {
        var seen = life(Fault.NONE, 10);
        var past = Life.past(seen);
        var begin = Standing.begin(Life.SERIES, Life.START);

        var early = Detector.STANDARD.follow(begin, seen, at(9).plusSeconds(59), past);
        var late = Detector.STANDARD.follow(begin, seen, at(9).plusSeconds(60), past);

        assertThat(early.upTo()).isEqualTo(at(8));
        assertThat(late.upTo()).isEqualTo(at(9));
    }

    @Test
    void withHardlyAnyPastNobodyIsAccused() {
        var standing = watch(Fault.failing(1).during(20, 60), 60);

        assertThat(standing.untold()).isEmpty();
    }

    @Test
    void fromTheFirstDayOnADeadProviderIsNoticed() {
        var standing = watch(Fault.failing(1).during(80, 120), 120);

        assertThat(standing.untold()).extracting(Notice::news).containsExactly(News.DEGRADED);
        assertThat(standing.untold().getFirst().incident().noticed()).isBefore(at(88));
    }

    @Test
    void anIncidentIsNothingToLearnFrom() {
        var fault = Fault.failing(0.7).during(WEEK, WEEK + RUNS_OF_DAY);
        var standing = watch(fault, WEEK + 3 * RUNS_OF_DAY);

        assertThat(mean(standing, Aspect.SUCCESS_RATE)).isLessThan(0.01);
    }

    @Test
    void whatLastsAWeekIsWhatIsUsual() {
        var seen = life(Fault.slower(2.5).during(WEEK, 4 * WEEK), 4 * WEEK);

        var standing = Life.watch(Detector.STANDARD, seen);

        assertThat(standing.untold())
                .extracting(Notice::news)
                .containsExactly(News.DEGRADED, News.SETTLED);
        assertThat(mean(standing, Aspect.LATENCY)).isBetween(18_000.0, 25_000.0);
    }

    @Test
    void whatNobodyLooksAtForADayIsOver() {
        var seen = life(Fault.failing(1).during(WEEK, WEEK + 20), WEEK + 20);
        var standing = Life.watch(Detector.STANDARD, seen);
        var seenAt = at(WEEK + 19);

        var hours = hoursLater(standing, seenAt, 23);
        var day = hoursLater(standing, seenAt, 24);

        assertThat(hours.isDegraded()).isTrue();
        assertThat(day.isDegraded()).isFalse();
        assertThat(day.untold().getLast().news()).isEqualTo(News.UNSEEN);
        assertThat(day.untold().getLast().incident().ended()).isEqualTo(seenAt);
        assertThat(hoursLater(day, seenAt, 25)).isEqualTo(day);
    }

    private static double mean(Standing standing, Aspect aspect) {
        return Objects.requireNonNull(standing.condition(aspect).norm()).mean();
    }

    private static Standing hoursLater(Standing standing, Instant at, int hours) {
        var now = at.plus(Duration.ofHours(hours));
        return Detector.STANDARD.follow(standing, List.of(), now, Past.of(List.of()));
    }

    private static Standing watch(Fault fault, int runs) {
        return Life.watch(Detector.STANDARD, life(fault, runs));
    }

    private static List<Observation> life(Fault fault, int runs) {
        return Life.live(GOOD, fault, runs, LIFE);
    }
}
