package dev.easel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.aws.DynamoPast;
import dev.easel.emulator.DynamoEmulator;
import dev.easel.emulator.Tables;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Tally;
import dev.easel.reliability.Window;
import dev.easel.routing.TierTable;
import dev.easel.seed.Almanac;
import dev.easel.seed.Seeding;
import dev.easel.seed.Story;
import dev.easel.seed.Unpainted;
import dev.easel.template.TemplateFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A month of runs that are known one by one, on DynamoDB Local with the tables of the template, rolled up
/// by the product: what it says of them is compared with what they are, and what it reads for that is
/// counted.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthTest {

    private static final Path DOCS = Path.of("../docs/reading-cost.md");
    private static final Instant NOW = Instant.parse("2051-06-15T10:37:20Z");
    private static final Instant HOUR = Rollup.hourOf(NOW);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<String> PROVIDERS = TierTable.STANDARD.providers();
    private static final List<Window> LONG = List.of(Window.DAY, Window.WEEK, Window.MONTH);
    private static final Almanac ALMANAC =
            new Almanac(1, new Story(LocalDate.parse("2051-06-15")), new Unpainted());

    private static final Reads READS = new Reads();

    @TempDir private static Path folder;

    private static DynamoEmulator emulator;
    private static DynamoHistory history;
    private static Seeding seeding;
    private static Metrics metrics;
    private static List<Run> month;

    @BeforeAll
    static void plant() {
        emulator = DynamoEmulator.start(0, folder);
        var aws = new Aws(Map.of("AWS_ENDPOINT_URL_DYNAMODB", emulator.uri().toString()));
        var dynamo =
                aws.configure(DynamoDbClient.builder(), "DYNAMODB")
                        .overrideConfiguration(all -> all.addExecutionInterceptor(READS))
                        .build();
        var template =
                TemplateFile.read(Path.of("../template.yaml"))
                        .resolve(Map.of(), URI.create("http://127.0.0.1:1"));
        new Tables(dynamo).ensure(template.tables());
        var env =
                template.functions().stream()
                        .filter(function -> function.id().equals("MetricsFunction"))
                        .findFirst()
                        .orElseThrow()
                        .environment();
        var runs = env.getOrDefault("RUNS_TABLE", "");
        var rollups = env.getOrDefault("ROLLUPS_TABLE", "");
        history = new DynamoHistory(dynamo, runs, rollups);
        metrics = new Metrics(history, new DynamoIncidents(dynamo, rollups), PROVIDERS, CLOCK);
        seeding = new Seeding(new DynamoPast(dynamo, runs), history, CLOCK, _ -> {});
        var begin = Seeding.begin(NOW, 30);
        seeding.seed(ALMANAC, begin, Seeding.end(NOW));
        month = ALMANAC.runs(begin, Seeding.end(NOW));
    }

    @AfterAll
    static void stop() {
        emulator.close();
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
                        .isEqualTo(truth.missed(Almanac.PERIOD, NOW));
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
        for (var provider : PROVIDERS) {
            var series = new Series(provider, Source.BENCHMARK);
            var hours = history.rollups(series, Seeding.begin(NOW, 30), HOUR);
            var closed =
                    truth(Window.MONTH, provider).runs().stream()
                            .filter(run -> run.window().start().isBefore(HOUR))
                            .map(run -> Objects.requireNonNull(run.observed(NOW).sample()))
                            .toList();
            assertThat(hours).hasSize(720);
            assertThat(Rollup.tally(hours)).isEqualTo(Tally.of(closed));
        }
        for (var told : read(Window.MONTH).path("providers")) {
            var truth = truth(Window.MONTH, told.path("provider").asText());
            assertThat(sum(told, "n")).isEqualTo(truth.judged());
            assertThat(sum(told, "successes")).isEqualTo(truth.successes());
            assertThat(sum(told, "skipped")).isEqualTo(truth.skipped());
            assertThat(sum(told, "missed")).isEqualTo(truth.missed(Almanac.PERIOD, NOW));
        }
    }

    /// The month as it is, and then with ten times as many runs in its last day and in the open hour.
    @Test
    @Order(5)
    void whatIsReadDoesNotDependOnHowOftenTheBenchmarkRuns() throws IOException {
        var usual = costs();
        seeding.seed(ALMANAC.every(Duration.ofSeconds(30)), HOUR.minus(Duration.ofDays(1)), NOW);
        var dense = costs();

        Map.of(Window.DAY, 24, Window.WEEK, 168, Window.MONTH, 720)
                .forEach((window, hours) -> {
                    var few = count(usual, window);
                    var many = count(dense, window);
                    assertThat(few.hours()).as(window.wire()).isLessThanOrEqualTo(6 * hours);
                    assertThat(few.rows()).as(window.wire()).isBetween(1, 6 * 12);
                    assertThat(many.hours()).as(window.wire()).isEqualTo(few.hours());
                    assertThat(many.rows()).as(window.wire()).isBetween(6 * 37, 6 * 120);
                    assertThat(few.single()).as(window.wire()).isEqualTo(1);
                    assertThat(many.single()).as(window.wire()).isEqualTo(1);
                });
        page(usual, dense);
    }

    private static Map<Window, Reads.Count> costs() {
        var costs = new EnumMap<Window, Reads.Count>(Window.class);
        for (var window : Window.values()) {
            READS.take();
            report(window);
            costs.put(window, READS.take());
        }
        return costs;
    }

    private static Reads.Count count(Map<Window, Reads.Count> costs, Window window) {
        return Objects.requireNonNull(costs.get(window));
    }

    private static void page(Map<Window, Reads.Count> usual, Map<Window, Reads.Count> dense)
            throws IOException {
        var page =
                new StringBuilder(
                        """
                        # What a read of the metrics costs

                        Written by `MonthTest`, which counts the items that DynamoDB reads for `GET /v1/metrics` of all six
                        providers, and compares this page. A month of runs lies there; it is 37 minutes past the hour. In the
                        second half of the table its last day and the open hour have ten times as many.

                        | window | runs per provider and hour | hours read | rows of the open hour read | items in all |
                        |---|--:|--:|--:|--:|
                        """);
        lines(page, 12, usual);
        lines(page, 120, dense);
        page.append(
                """

                One item more says how far hours are rolled up. `1h` is read row by row. What has ended is read hour by
                hour: 720 items for a provider's month, whatever went on in it.
                """);
        if ("write".equals(System.getProperty("easel.docs"))) {
            Files.writeString(DOCS, page);
        }
        assertThat(Files.readString(DOCS)).as("docs/reading-cost.md").isEqualTo(page.toString());
    }

    private static void lines(StringBuilder page, int runs, Map<Window, Reads.Count> counts) {
        counts.forEach((window, count) ->
                page.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %d | %,d | %,d | %,d |\n",
                                window.wire(),
                                runs,
                                count.hours(),
                                count.rows(),
                                count.hours() + count.rows() + count.single())));
    }

    private static long sum(JsonNode told, String member) {
        return told.path("points").valueStream().mapToLong(at -> at.path(member).asLong()).sum();
    }

    private static Report report(Window window) {
        return metrics.report(
                MetricsRequest.ofBenchmark(window, null));
    }

    /// As the route answers.
    private static JsonNode read(Window window) {
        var json = MetricsJson.write(report(window));
        assertThat(json.path("providers")).hasSize(6);
        return json;
    }

    private static Truth truth(Window window, String provider) {
        var from = window.from(NOW);
        return new Truth(
                month.stream()
                        .filter(run -> run.provider().equals(provider))
                        .filter(run -> !run.window().start().isBefore(from))
                        .toList());
    }
}
