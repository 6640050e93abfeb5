package dev.easel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.reliability.Rollup;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Tally;
import dev.easel.reliability.Window;
import dev.easel.seed.Almanac;
import dev.easel.seed.Bystanders;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A month of runs that are known one by one, on DynamoDB Local with the tables of the template, rolled up
/// by the product: what it says of them is compared with what they are, and what it reads for that is
/// counted.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthTest {

    private static final Path DOCS = Path.of("../docs/reading-cost.md");
    private static final List<Window> LONG = List.of(Window.DAY, Window.WEEK, Window.MONTH);

    @TempDir private static Path folder;

    private static Month month;
    private static List<Run> runs;

    @BeforeAll
    static void plant() {
        month = Month.plant(folder);
        runs = Month.ALMANAC.runs(Month.BEGIN, Month.END);
    }

    @AfterAll
    static void stop() {
        month.close();
    }

    @Test
    @Order(1)
    void countsAreExact() {
        for (var window : Window.values()) {
            for (var told : read(window).path("providers")) {
                var truth = truth(window, told.path("provider").asText());
                var results = told.path("results");
                assertThat(results).hasSize(truth.results().size());
                truth.results()
                        .forEach((word, n) ->
                                assertThat(results.path(word).asLong()).as(word).isEqualTo(n));
                assertThat(told.path("calls").asLong()).isEqualTo(truth.calls());
                assertThat(told.path("skipped").asLong()).isEqualTo(truth.skipped());
                assertThat(told.path("missed").asLong())
                        .isEqualTo(truth.missed(Almanac.PERIOD, Month.NOW));
                assertThat(told.path("lost").asLong())
                        .isEqualTo(truth.results().getOrDefault("lost", 0L));
                assertThat(told.path("simulated").asLong()).isEqualTo(truth.runs().size());
                assertThat(told.at("/cost/usd").asDouble() * 1e6)
                        .isCloseTo((double) truth.microDollars(), within(0.5));
                assertThat(told.at("/cost/usd_per_usable_picture").asDouble() * 1e6)
                        .isCloseTo((double) truth.microDollars() / truth.successes(), within(0.51));
            }
        }
    }

    @Test
    @Order(2)
    void ratesAreExactAndTheirIntervalsAreWilsons() {
        for (var window : Window.values()) {
            for (var told : read(window).path("providers")) {
                var truth = truth(window, told.path("provider").asText());
                var rate = told.path("success_rate");
                long n = truth.judged();
                long good = truth.successes();
                assertThat(rate.path("n").asLong()).isEqualTo(n);
                assertThat(rate.path("successes").asLong()).isEqualTo(good);
                assertThat(rate.path("value").asDouble()).isEqualTo((double) good / n);
                assertThat(rate.path("low").asDouble())
                        .isCloseTo(Truth.wilson(good, n, -1), within(1e-12));
                assertThat(rate.path("high").asDouble())
                        .isCloseTo(Truth.wilson(good, n, 1), within(1e-12));
                var strict = told.path("success_rate_of_all_calls");
                assertThat(strict.path("n").asLong()).isEqualTo(truth.calls());
                assertThat(strict.path("value").asDouble())
                        .isEqualTo((double) good / truth.calls());
            }
        }
    }

    @Test
    @Order(3)
    void percentilesAreWithinTwoPercentOfThoseOfTheRunsThemselves() {
        for (var window : LONG) {
            for (var told : read(window).path("providers")) {
                var provider = told.path("provider").asText();
                var truth = truth(window, provider);
                var latency = told.path("latency_ms");
                assertThat(latency.path("n").asLong()).isEqualTo(truth.successes());
                Map.of("p50", 0.5, "p95", 0.95, "p99", 0.99)
                        .forEach((name, share) ->
                                assertThat(
                                                latency.path(name).path("value").asDouble()
                                                        / truth.percentile(share))
                                        .as(provider + " " + name + " of " + window.wire())
                                        .isBetween(0.98, 1.02));
                long shown = 0;
                for (var bucket : told.path("histogram")) {
                    shown += bucket.path("count").asLong();
                }
                assertThat(shown).isEqualTo(truth.successes());
            }
        }
    }

    @Test
    @Order(4)
    void theHoursAddUpToTheWholeAndThePointsToo() {
        for (var provider : Month.PROVIDERS) {
            var series = new Series(provider, Source.BENCHMARK);
            var hours = month.history().rollups(series, Month.BEGIN, Month.HOUR);
            var closed =
                    truth(Window.MONTH, provider).runs().stream()
                            .filter(run -> run.window().start().isBefore(Month.HOUR))
                            .map(run -> Objects.requireNonNull(run.observed(Month.NOW).sample()))
                            .toList();
            assertThat(hours).hasSize(720);
            assertThat(Rollup.tally(hours)).isEqualTo(Tally.of(closed));
        }
        for (var told : read(Window.MONTH).path("providers")) {
            var truth = truth(Window.MONTH, told.path("provider").asText());
            assertThat(sum(told, "n")).isEqualTo(truth.judged());
            assertThat(sum(told, "successes")).isEqualTo(truth.successes());
            assertThat(sum(told, "skipped")).isEqualTo(truth.skipped());
            assertThat(sum(told, "missed")).isEqualTo(truth.missed(Almanac.PERIOD, Month.NOW));
        }
    }

    @Test
    @Order(5)
    void trafficAndEvaluationsAreCountedLikewise() {
        var entries = Month.BYSTANDERS.entries(Month.BEGIN, Month.END);
        var json = month.read(Window.MONTH, Source.TRAFFIC);
        for (var told : json.path("providers")) {
            var series = new Series(told.path("provider").asText(), Source.TRAFFIC);
            check(told.path("results"), words(entries, series));
            assertThat(told.path("missed").isMissingNode()).isTrue();
        }
        var panel = json.path("evaluations");
        check(panel.path("verdicts"), words(entries, Series.PANEL));
        var times =
                entries.stream()
                        .filter(entry -> entry.series().equals(Series.PANEL))
                        .map(entry -> Objects.requireNonNull(entry.observation().sample()))
                        .map(sample -> Objects.requireNonNull(sample.latency()).toMillis())
                        .sorted()
                        .toList();
        double p99 = times.get((int) Math.ceil(0.99 * times.size()) - 1);
        assertThat(panel.at("/time_to_verdict_ms/p99/value").asDouble() / p99)
                .isBetween(0.98, 1.02);
        assertThat(panel.path("judges"))
                .extracting(judge -> judge.path("judge").asText())
                .containsExactly("change", "preservation", "sentinel", "technical", "usability");
    }

    private static Map<String, Long> words(List<Bystanders.Entry> entries, Series series) {
        return entries.stream()
                .filter(entry -> entry.series().equals(series))
                .map(entry -> Objects.requireNonNull(entry.observation().sample()))
                .collect(
                        Collectors.groupingBy(
                                sample -> sample.result().wire(), Collectors.counting()));
    }

    private static void check(JsonNode told, Map<String, Long> truth) {
        assertThat(told).hasSize(truth.size()).isNotEmpty();
        truth.forEach((word, n) -> assertThat(told.path(word).asLong()).as(word).isEqualTo(n));
    }

    @Test
    @Order(6)
    void itsTroublesWereNoticedWithinTheHourAndNothingElseWas() {
        var incidents = new HashMap<String, JsonNode>();
        for (var told : read(Window.MONTH).path("providers")) {
            for (var incident : told.path("incidents")) {
                var name = told.path("provider").asText() + " " + incident.path("aspect").asText();
                assertThat(incidents.put(name, incident)).as(name).isNull();
            }
        }

        assertThat(incidents)
                .containsOnlyKeys(
                        "google success_rate",
                        // Who is overloaded is slow, too, as long as it is day.
                        "google latency",
                        "prodia latency",
                        "runware success_rate");
        noticed(incidents, "google success_rate", "2051-06-06T08:00:00Z", "2051-06-07T08:00:00Z");
        noticed(incidents, "prodia latency", "2051-06-13T12:00:00Z", "2051-06-13T20:00:00Z");
        noticed(incidents, "runware success_rate", "2051-06-10T02:00:00Z", "2051-06-10T03:00:00Z");
    }

    private static void noticed(
            Map<String, JsonNode> incidents, String name, String from, String to) {
        var incident = Objects.requireNonNull(incidents.get(name));
        assertThat(Instant.parse(incident.path("noticed").asText()))
                .isBetween(Instant.parse(from), Instant.parse(from).plus(Duration.ofHours(1)));
        assertThat(Instant.parse(incident.path("ended").asText()))
                .isBetween(Instant.parse(to), Instant.parse(to).plus(Duration.ofHours(1)));
    }

    /// The month as it is, and then with ten times as many runs in its last day and in the open hour.
    @Test
    @Order(7)
    void whatIsReadDoesNotDependOnHowOftenTheBenchmarkRuns() throws IOException {
        var usual = costs();
        month.plant(
                Month.ALMANAC.every(Duration.ofSeconds(30)), Month.HOUR.minus(Duration.ofDays(1)));
        var dense = costs();

        Map.of(Window.DAY, 24, Window.WEEK, 168, Window.MONTH, 720)
                .forEach((window, hours) -> {
                    var few = count(usual, window);
                    var many = count(dense, window);
                    assertThat(few.hours()).as(window.wire()).isLessThanOrEqualTo(6 * hours);
                    assertThat(few.rows()).as(window.wire()).isBetween(1, 6 * 12);
                    assertThat(many.hours()).as(window.wire()).isEqualTo(few.hours());
                    assertThat(many.rows()).as(window.wire()).isBetween(6 * 37, 6 * 120);
                    assertThat(few.others()).as(window.wire()).isBetween(1, 10);
                    assertThat(many.others()).as(window.wire()).isEqualTo(few.others());
                });
        var page = ReadingPage.write(usual, dense);
        if ("write".equals(System.getProperty("easel.docs"))) {
            Files.writeString(DOCS, page);
        }
        assertThat(Files.readString(DOCS)).as("docs/reading-cost.md").isEqualTo(page);
    }

    private static Map<Window, Reads.Count> costs() {
        var costs = new EnumMap<Window, Reads.Count>(Window.class);
        for (var window : Window.values()) {
            costs.put(window, month.cost(window));
        }
        return costs;
    }

    private static Reads.Count count(Map<Window, Reads.Count> costs, Window window) {
        return Objects.requireNonNull(costs.get(window));
    }

    private static long sum(JsonNode told, String member) {
        return told.path("points").valueStream().mapToLong(at -> at.path(member).asLong()).sum();
    }

    private static JsonNode read(Window window) {
        var json = month.read(window, Source.BENCHMARK);
        assertThat(json.path("providers")).hasSize(6);
        return json;
    }

    private static Truth truth(Window window, String provider) {
        var from = window.from(Month.NOW);
        return new Truth(
                runs.stream()
                        .filter(run -> run.provider().equals(provider))
                        .filter(run -> !run.window().start().isBefore(from))
                        .toList());
    }
}
