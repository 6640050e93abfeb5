package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Every number that somebody can read on the reliability page is the API's, to the last digit told.
class DashboardNumbersTest extends PastPage {

    private static final List<String> PERCENTILES = List.of("p50", "p95", "p99");
    private static final Map<String, Integer> LEAST = Map.of("p50", 6, "p95", 20, "p99", 100);

    private static final Map<String, String> STATES =
            Map.of("healthy", "Healthy", "degraded", "Degraded", "too_few", "Too few runs");

    private static final Map<String, String> CLASSES =
            Map.of(
                    "timeout",
                    "Time-out",
                    "rate_limited",
                    "Rate limited",
                    "upstream_5xx",
                    "Server error");

    @ParameterizedTest
    @CsvSource({"1h, benchmark", "24h, benchmark", "30d, benchmark", "7d, traffic"})
    void aProvidersRowIsItsPartOfTheAnswer(String window, String source) {
        var report = open("?window=%s&source=%s".formatted(window, source));

        for (var one : report.path("providers")) {
            var id = one.path("provider").asText();
            var row = page.locator("tr[data-provider=" + id + "]");
            var state = one.path("state").asText();
            assertThat(words(row, "state")).as(id).isEqualTo(STATES.get(state));
            tellsSuccess(row, one.path("success_rate"));
            PERCENTILES.forEach(name -> tellsPercentile(row, name, one.at("/latency_ms/" + name)));
            Told.dollars(first(row, "picture"), one.at("/cost/usd_per_picture"));
            Told.dollars(first(row, "usable"), one.at("/cost/usd_per_usable_picture"));
        }
        assertThat(report.path("providers")).isNotEmpty();
    }

    private static void tellsSuccess(Locator row, JsonNode rate) {
        var cell = row.locator("[data-column=success]");
        if (rate.isNull()) {
            assertThat(cell).hasText("no runs");
            return;
        }
        Told.percent(cell.locator("strong").textContent(), rate.path("value"));
        Told.count(cell.locator("span").first().textContent().replace("n ", ""), rate.path("n"));
        var interval = Told.interval(cell.locator("span").last().textContent());
        Told.percent(interval.get(0), rate.path("low"));
        Told.percent(interval.get(1), rate.path("high"));
    }

    private static void tellsPercentile(Locator row, String name, JsonNode percentile) {
        if (percentile.isNull()) {
            assertThat(words(row, name)).isEqualTo("n under " + LEAST.get(name));
            return;
        }
        Told.seconds(first(row, name), percentile.path("value"));
        var span = row.locator("[data-column=" + name + "] span").textContent();
        if (percentile.path("low").isNull() && percentile.path("high").isNull()) {
            assertThat(span).isBlank();
            return;
        }
        var interval = Told.interval(span);
        Told.seconds(interval.get(0), percentile.path("low"));
        Told.seconds(interval.get(1), percentile.path("high"));
    }

    @ParameterizedTest
    @CsvSource({"24h, google", "30d, together"})
    void theTablesUnderThePlotsOfAProviderAreItsPartOfTheAnswer(String window, String id) {
        var report = open("?window=%s&provider=%s".formatted(window, id));
        unfold();

        tellsPlots(provider(report, id));
    }

    @Test
    void whoIsChosenNextFillsEveryTable() {
        var report = open("?window=7d&provider=google");
        unfold();

        page.locator("tr[data-provider=together] a").click();
        assertThat(page.locator("#detail-title")).hasText("Together");

        tellsPlots(provider(report, "together"));
        page.goBack();
        assertThat(page.locator("#detail-title")).hasText("Google");
        tellsPlots(provider(report, "google"));
    }

    /// The browser's own way takes too long to get ready.
    @Test
    void daysAndThousandsAreWrittenAsTheBrowserWouldInBritishEnglish() {
        open("?window=1h");

        assertThat(
                        page.evaluate(
                                """
                                async () => {
                                  const main = document.querySelector('script[type=module]').src;
                                  const {when, clock, count} = await import(new URL('number.js', main));
                                  const utc = {timeZone: 'UTC', hour: '2-digit', minute: '2-digit'};
                                  const moment = new Intl.DateTimeFormat('en-GB', {...utc, day: 'numeric', month: 'short'});
                                  const time = new Intl.DateTimeFormat('en-GB', {...utc, second: '2-digit'});
                                  const other = [];
                                  const look = (told, wanted) => told === wanted || other.push(`${told}, not ${wanted}`);
                                  for (let hours = 0; hours < 24 * 366; hours += 7) {
                                    const at = Date.UTC(2028, 0, 1, hours, hours % 60, hours % 59);
                                    look(when(at), moment.format(at));
                                    look(clock(at), time.format(at));
                                  }
                                  for (const n of [0, 7, 999, 1000, 54321, 987654, 1234567]) look(count(n), n.toLocaleString('en-GB'));
                                  return other;
                                }
                                """))
                .isEqualTo(List.of());
    }

    private void tellsPlots(JsonNode one) {
        var histogram = cells("histogram");
        assertThat(histogram).hasSameSizeAs(one.path("histogram"));
        for (int i = 0; i < histogram.size(); i++) {
            Told.count(histogram.get(i).get(1), one.path("histogram").get(i).path("count"));
        }
        var success = cells("success");
        var latency = cells("latency");
        assertThat(success).hasSameSizeAs(one.path("points")).hasSameSizeAs(latency);
        for (int i = 0; i < success.size(); i++) {
            var point = one.path("points").get(i);
            var told = success.get(i);
            Told.count(told.get(1), point.path("n"));
            Told.count(told.get(2), point.path("successes"));
            Told.percent(told.get(3), share(point.path("successes"), point.path("n")));
            Told.count(told.get(4), point.path("missed"));
            Told.count(told.get(5), point.path("skipped"));
            Told.seconds(latency.get(i).get(1), point.path("p50_ms"));
            Told.seconds(latency.get(i).get(2), point.path("p95_ms"));
        }
        tellsFailures(one.path("results"));
        tellsIncidents(one.path("incidents"));
        for (var name : PERCENTILES) {
            var mark =
                    page.locator("[data-plot=histogram] text")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText(name.toUpperCase(Locale.ROOT) + " "));
            var known = one.at("/latency_ms/" + name);
            assertThat(mark).hasCount(known.isNull() ? 0 : 1);
            if (!known.isNull()) {
                Told.seconds(mark.textContent().substring(4), known.path("value"));
            }
        }
    }

    private void tellsFailures(JsonNode results) {
        int failures = 0;
        int all = 0;
        for (var entry : results.properties()) {
            all += entry.getValue().asInt();
            failures += entry.getKey().equals("success") ? 0 : 1;
        }
        assertThat(page.locator("[data-table=failures] tbody tr")).hasCount(failures);
        for (var entry : results.properties()) {
            if (entry.getKey().equals("success")) {
                continue;
            }
            var row = page.locator("tr[data-class=" + entry.getKey() + "]");
            if (CLASSES.containsKey(entry.getKey())) {
                assertThat(row.locator("th")).hasText(CLASSES.get(entry.getKey()));
            }
            Told.count(row.locator("td").nth(0).textContent(), entry.getValue());
            Told.percent(
                    row.locator("td").nth(1).textContent(),
                    JSON.getNodeFactory().numberNode(entry.getValue().asDouble() / all));
        }
    }

    /// The newest first, and of each what was before and during it.
    private void tellsIncidents(JsonNode incidents) {
        var items = page.locator(".incidents li");
        assertThat(items).hasCount(incidents.size());
        for (int i = 0; i < incidents.size(); i++) {
            var incident = incidents.get(incidents.size() - 1 - i);
            var told =
                    Pattern.compile(
                                    "(\\S+\\s\\S+) before, (\\S+\\s\\S+) during",
                                    Pattern.UNICODE_CHARACTER_CLASS)
                            .matcher(items.nth(i).textContent().replace('\u202f', ' '));
            assertThat(told.find()).isTrue();
            boolean latency = incident.path("aspect").asText().equals("latency");
            for (int part = 1; part <= 2; part++) {
                var value = incident.path(part == 1 ? "before" : "during");
                if (latency) {
                    Told.seconds(told.group(part), value);
                } else {
                    Told.percent(told.group(part), value);
                }
            }
        }
    }

    @Test
    void bothThatAreComparedAreTheirPartsOfTheAnswer() {
        var report = open("?window=7d&provider=prodia&compare=runware");

        var columns = List.of("prodia", "runware");
        for (int i = 0; i < 2; i++) {
            var one = provider(report, columns.get(i));
            var told =
                    page.locator("[data-compare] tbody td:nth-child(" + (i + 2) + ")")
                            .allTextContents();
            var success = told.get(0).split(" of ", 2);
            Told.percent(success[0], one.at("/success_rate/value"));
            Told.count(success[1], one.at("/success_rate/n"));
            for (int p = 0; p < 3; p++) {
                Told.seconds(
                        told.get(p + 1), one.at("/latency_ms/" + PERCENTILES.get(p) + "/value"));
            }
            Told.dollars(told.get(4), one.at("/cost/usd_per_usable_picture"));
        }
    }

    @Test
    void theTimesOfQualityChecksAreTheAnswers() {
        var evaluations = open("?window=30d&source=traffic").path("evaluations");

        assertThat(evaluations.path("judges")).isNotEmpty();
        var rows = page.locator("[data-evaluations] tbody tr");
        assertThat(rows).hasCount(1 + evaluations.path("judges").size());
        tellsTimes(rows.first(), evaluations.path("time_to_verdict_ms"));
        for (int i = 0; i < evaluations.path("judges").size(); i++) {
            var judge = evaluations.path("judges").get(i);
            assertThat(rows.nth(i + 1).locator("th")).hasText(judge.path("judge").asText());
            tellsTimes(rows.nth(i + 1), judge.path("latency_ms"));
        }
    }

    private static void tellsTimes(Locator row, JsonNode times) {
        var told = row.locator("td").allTextContents();
        Told.count(told.get(0), times.path("n"));
        for (int p = 0; p < 3; p++) {
            Told.seconds(told.get(p + 1), times.path(PERCENTILES.get(p)).path("value"));
        }
    }

    @Test
    void theFactsOfAPictureAreThoseOfItsRun() {
        open("?window=24h");
        var tile = page.locator(".tile[data-result=success]").first();
        tile.click();
        var large = page.locator("dialog[open]");
        var heading = large.locator("h2").textContent();
        var answer =
                read(
                        page.request()
                                .get(
                                        StudioStack.studio()
                                                .resolve("/v1/batches?limit=24")
                                                .toString())
                                .text());
        var id = heading.substring(0, heading.indexOf(',')).toLowerCase(Locale.ROOT);
        var run = first(answer.path("batches"), id);

        Told.seconds(fact(large, "Accepted after"), run.at("/timing_ms/accepted"));
        Told.seconds(fact(large, "First byte after"), run.at("/timing_ms/first_byte"));
        Told.seconds(fact(large, "Picture after"), run.at("/timing_ms/decoded"));
        Told.dollars(fact(large, "Cost by the price list"), run.path("usd"));
        assertThat(fact(large, "Size"))
                .startsWith(
                        run.at("/picture/width").asText()
                                + " × "
                                + run.at("/picture/height").asText());
        assertThat(tile.locator(".fact")).containsText(fact(large, "Picture after"));
    }

    /// In the newest window in which it has succeeded: that of the first tile that did.
    private static JsonNode first(JsonNode batches, String provider) {
        for (var batch : batches) {
            for (var run : batch.path("runs")) {
                if (run.path("provider").asText().equals(provider)
                        && run.path("result").asText().equals("success")) {
                    return run;
                }
            }
        }
        throw new AssertionError("no success of " + provider);
    }

    private static String fact(Locator large, String title) {
        return large.locator("dl div")
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator("dd")
                .textContent();
    }

    private static JsonNode share(JsonNode part, JsonNode whole) {
        var nodes = JSON.getNodeFactory();
        return whole.asInt() == 0
                ? nodes.nullNode()
                : nodes.numberNode(part.asDouble() / whole.asDouble());
    }

    private List<List<String>> cells(String table) {
        return page.locator("[data-table=" + table + "] tbody tr").all().stream()
                .map(row -> row.locator("td").allTextContents())
                .toList();
    }

    private static String words(Locator row, String column) {
        return row.locator("[data-column=" + column + "]").textContent().strip();
    }

    /// What stands before the small print.
    private static String first(Locator row, String column) {
        return (String)
                row.locator("[data-column=" + column + "]")
                        .evaluate("cell => cell.innerText.split('\\n')[0]");
    }
}
