package dev.easel.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a made-up month has in it.
class AlmanacTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2030-06-30");
    private static final Instant NOW = Instant.parse("2030-06-30T10:37:00Z");
    private static final Instant BEGIN = Seeding.begin(NOW, 30);
    private static final Instant END = Seeding.end(NOW);
    private static final List<Run> MONTH = almanac(1).runs(BEGIN, END);

    @Test
    void askedAgainItSaysTheSameHoweverTheTimeIsCut() {
        var again = new ArrayList<Run>();
        for (var at = BEGIN; at.isBefore(END); at = at.plus(Duration.ofHours(7))) {
            var to = at.plus(Duration.ofHours(7));
            again.addAll(almanac(1).runs(at, to.isBefore(END) ? to : END));
        }

        assertThat(again).isEqualTo(MONTH);
        assertThat(almanac(2).runs(BEGIN, BEGIN.plus(Duration.ofHours(1))))
                .isNotEqualTo(almanac(1).runs(BEGIN, BEGIN.plus(Duration.ofHours(1))));
    }

    @Test
    void aMonthHasAsManyRunsAsWindowsButForThoseInWhichNothingFired() {
        long windows = Duration.between(BEGIN, END).dividedBy(Almanac.PERIOD);
        long fired = MONTH.stream().map(Run::window).distinct().count();

        assertThat(windows).isEqualTo(30 * 288 + 7);
        assertThat(windows - fired).isBetween(10L, 40L);
        assertThat(MONTH).hasSize((int) fired * 6).allMatch(Run::simulated);
        assertThat(MONTH.stream().map(Run::window).distinct())
                .allSatisfy(window -> assertThat(window.start()).isBetween(BEGIN, END))
                .noneMatch(window -> window.start().equals(at(3, "09:30")));
    }

    @Test
    void eachProviderIsToldFromTheOthers() {
        assertThat(rate("runflow")).isGreaterThan(0.998);
        assertThat(results("runware")).containsKeys("rate_limited", "overloaded");
        assertThat(results("prodia")).containsKeys("empty_output", "bad_output");
        assertThat(results("google")).containsKeys("overloaded", "upstream_5xx");
        assertThat(results("replicate")).containsKeys("timeout", "unclassified");
        assertThat(median("together", _ -> true)).isBetween(14_000L, 16_000L);
        assertThat(median("replicate", _ -> true)).isBetween(28_000L, 32_000L);
    }

    @Test
    void inTheAfternoonAllAreSlowerThanAtNight() {
        for (var actor : Actor.ALL) {
            var provider = actor.provider();
            double night = median(provider, run -> hour(run) == 3);
            double day = median(provider, run -> hour(run) == 15);
            assertThat(day / night).as(provider).isBetween(1.15, 1.6);
        }
    }

    @Test
    void itHasTroublesThatAreKnown() {
        var day = during("google", at(9, "08:00"), Duration.ofHours(24));
        assertThat(successes(day)).isBetween(0.45, 0.65);

        var hour = during("runware", at(5, "02:00"), Duration.ofHours(1));
        assertThat(hour).hasSizeBetween(11, 12);
        assertThat(hour)
                .filteredOn(run -> run.ended() != null)
                .allSatisfy(run -> assertThat(wire(run)).isEqualTo("unknown_outcome"));

        var slow = during("prodia", at(2, "12:00"), Duration.ofHours(8));
        double usual = median("prodia", run -> hour(run) >= 12 && hour(run) < 20);
        assertThat(median(slow) / usual).isGreaterThan(1.8);
    }

    @Test
    void whatWasNotCalledWasLostOrFiredTwiceIsInItToo() {
        assertThat(results("replicate").get("not_configured"))
                .isEqualTo((int) windows(BEGIN, at(28, "00:00")));
        for (var actor : Actor.ALL) {
            var provider = actor.provider();
            assertThat(results(provider).get("over_budget"))
                    .as(provider)
                    .isEqualTo((int) windows(at(12, "21:00"), at(11, "00:00")));
            assertThat(results(provider).get("lost")).as(provider).isBetween(1, 15);
            assertThat(of(provider).mapToLong(Run::skipped).sum()).as(provider).isBetween(30L, 80L);
            if (!provider.equals("replicate")) {
                assertThat(results(provider)).as(provider).doesNotContainKey("not_configured");
            }
        }
    }

    @Test
    void peopleWorkByDayAndThePanelSitsAsLongAsItDoes() {
        var entries = new Bystanders(1, new Story(LAST_DAY)).entries(BEGIN, END);

        assertThat(entries).hasSizeBetween(30 * 200, 30 * 600).doesNotHaveDuplicates();
        assertThat(new Bystanders(1, new Story(LAST_DAY)).entries(BEGIN, END)).isEqualTo(entries);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.observation().at()).isBetween(BEGIN, END));
        assertThat(entries.stream().map(entry -> entry.series().source()).distinct())
                .containsExactlyInAnyOrder(Source.TRAFFIC, Source.EVALUATION);
        var panel = entries.stream().filter(entry -> entry.series().equals(Series.PANEL)).toList();
        assertThat(panel)
                .extracting(entry ->
                        Objects.requireNonNull(entry.observation().sample()).result().wire())
                .contains("green", "amber", "red", "incomplete");
        assertThat(panel).allSatisfy(entry -> assertThat(entry.observation().parts()).hasSize(5));
    }

    private static Almanac almanac(long seed) {
        return new Almanac(seed, new Story(LAST_DAY), new Unpainted());
    }

    private static Instant at(int daysBefore, String time) {
        return Instant.parse(LAST_DAY.minusDays(daysBefore) + "T" + time + ":00Z");
    }

    /// In how many of these something fired.
    private static long windows(Instant from, Instant to) {
        return MONTH.stream()
                .map(run -> run.window().start())
                .filter(start -> !start.isBefore(from) && start.isBefore(to))
                .distinct()
                .count();
    }

    private static java.util.stream.Stream<Run> of(String provider) {
        return MONTH.stream().filter(run -> run.provider().equals(provider));
    }

    private static List<Run> during(String provider, Instant from, Duration length) {
        return of(provider)
                .filter(run ->
                        !run.window().start().isBefore(from)
                                && run.window().start().isBefore(from.plus(length)))
                .toList();
    }

    private static String wire(Run run) {
        return run.result(NOW.plus(Duration.ofDays(1))).orElseThrow().wire();
    }

    private static Map<String, Integer> results(String provider) {
        var results = new TreeMap<String, Integer>();
        of(provider).forEach(run -> results.merge(wire(run), 1, Integer::sum));
        return results;
    }

    /// Of what was called.
    private static double rate(String provider) {
        return successes(
                of(provider)
                        .filter(run ->
                                !Set.of("over_budget", "not_configured", "lost")
                                        .contains(wire(run)))
                        .toList());
    }

    private static double successes(List<Run> runs) {
        return (double) runs.stream().filter(run -> wire(run).equals("success")).count()
                / runs.size();
    }

    private static int hour(Run run) {
        return (int) (run.window().start().getEpochSecond() / 3600 % 24);
    }

    private static long median(String provider, Predicate<Run> which) {
        return median(of(provider).filter(which).toList());
    }

    private static long median(List<Run> runs) {
        var times =
                runs.stream()
                        .map(Run::ended)
                        .filter(Objects::nonNull)
                        .filter(ended -> ended.result() instanceof Result.Success)
                        .map(ended ->
                                Objects.requireNonNull(
                                        Objects.requireNonNull(ended.timing()).decoded()))
                        .sorted()
                        .toList();
        return times.get(times.size() / 2).toMillis();
    }
}
