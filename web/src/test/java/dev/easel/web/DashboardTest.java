package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;

import dev.easel.reliability.Percentile;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The reliability page says what the API says, and the API says what is true.
class DashboardTest extends PastPage {

    @Test
    void theNumbersOnThePageAreTheApisAndTheTruth() {
        var report = open("?window=30d");
        var from = Instant.parse(report.path("from").asText());
        var to = Instant.parse(report.path("to").asText());

        assertThat(report.path("providers")).hasSize(6);
        for (var one : report.path("providers")) {
            var id = one.path("provider").asText();
            var truth = Past.get().truth(id, from, to);
            var row = row(id);

            assertThat(one.at("/success_rate/n").asLong()).as(id).isEqualTo(truth.judged());
            assertThat(one.at("/success_rate/successes").asLong()).isEqualTo(truth.successes());
            truth.results()
                    .forEach((result, n) ->
                            assertThat(one.path("results").path(result).asLong())
                                    .as(id + " " + result)
                                    .isEqualTo(n));
            for (var percentile : Percentile.values()) {
                double exact =
                        truth.latencies().estimate(percentile).orElseThrow().value().toMillis();
                assertThat(latency(one, percentile)).isCloseTo(exact, within(0.02 * exact));
            }
            assertThat(shown(row, "success", "data-success"))
                    .isCloseTo(one.at("/success_rate/value").asDouble(), within(1e-12));
            assertThat(cell(row, "lost")).isEqualTo(one.path("lost").asText());
            assertThat(cell(row, "missed")).isEqualTo(one.path("missed").asText());
            assertThat(cell(row, "skipped")).isEqualTo(one.path("skipped").asText());
        }
    }

    @Test
    void thereAreAsManyRowsInATableAsBarsInItsPlot() {
        open("?window=24h&provider=google");
        unfold();

        var bars = page.locator("[data-plot=histogram] .bar");
        var rows = page.locator("[data-table=histogram] tbody tr");
        assertThat(rows).hasCount(bars.count());
        var counts = new ArrayList<String>();
        for (var bar : bars.all()) {
            counts.add(Objects.requireNonNull(bar.getAttribute("data-count")));
        }
        assertThat(
                        rows.locator("td:nth-child(2)").allTextContents().stream()
                                .map(String::strip)
                                .toList())
                .isEqualTo(counts);
        assertThat(counts).anyMatch(count -> !count.equals("0"));
    }

    /// Hundreds of cells that nobody sees would hold up those that somebody does.
    @Test
    void aTableIsFilledWhileItIsOpen() {
        var report = open("?window=24h&provider=google");
        var rows = page.locator("[data-table=success] tbody tr");
        var summary = page.locator("details:has([data-table=success]) summary");
        assertThat(rows).hasCount(0);

        summary.press("Enter");
        assertThat(rows).hasCount(provider(report, "google").path("points").size());
        summary.press("Enter");

        assertThat(rows).hasCount(0);
    }

    @Test
    void whoIsChosenIsPlottedAndStandsInTheTables() {
        var report = open("?window=7d&provider=google");
        var before = histogram();

        row("together").locator("a").click();

        assertThat(page.locator("#detail-title")).hasText("Together");
        assertThat(page.locator("#detail-title")).isFocused();
        assertThat(histogram()).isNotEqualTo(before).isEqualTo(histogram(report, "together"));
        assertThat(page.url()).contains("provider=together");
        page.goBack();
        assertThat(page.locator("#detail-title")).hasText("Google");
        assertThat(histogram()).isEqualTo(before);
    }

    @Test
    void skippedAndMissedWindowsAreCountedAndListed() {
        var report = open("?window=30d&provider=google");
        var one = provider(report, "google");
        unfold();

        assertThat(one.path("skipped").asInt()).isPositive();
        assertThat(one.path("missed").asInt()).isPositive();
        assertThat(sum("6")).isEqualTo(one.path("skipped").asInt());
        assertThat(sum("5")).isEqualTo(one.path("missed").asInt());
        assertThat(page.locator("[data-plot=success] .missed").first()).isAttached();
    }

    @Test
    void aPercentileOfTooFewRunsIsNotTold() {
        open("?window=1h");

        for (var column : List.of("p95", "p99")) {
            var cell = row("google").locator("[data-column=" + column + "]");
            assertThat(cell).containsText("n under");
            assertThat(cell).not().containsText("s");
        }
        assertThat(page.locator("[data-hidden-percentiles]")).containsText("P99 is told from 100");
    }

    @Test
    void aTableSortsByWhatIsKnownAndKeepsTheUnknownLast() {
        var report = open("?window=24h");
        var ids = new ArrayList<String>();
        report.path("providers").forEach(one -> ids.add(one.path("provider").asText()));
        ids.sort((a, b) ->
                Long.compare(
                        provider(report, a).at("/latency_ms/p50/value").asLong(),
                        provider(report, b).at("/latency_ms/p50/value").asLong()));

        page.locator("thead button", new com.microsoft.playwright.Page.LocatorOptions())
                .filter(new Locator.FilterOptions().setHasText("P50"))
                .click();

        assertThat(order()).isEqualTo(ids);
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("P50");
        page.locator("th[aria-sort=ascending] button").click();
        assertThat(order()).isEqualTo(ids.reversed());
    }

    @Test
    void twoProvidersAreToldApartOnlyIfTheRunsAreEnough() {
        open("?window=30d&provider=google&compare=together");
        var month = page.locator("[data-verdict=success]").textContent();
        open("?window=1h&provider=google&compare=together");
        var hour = page.locator("[data-verdict=success]").textContent();

        assertThat(month).contains("Together succeeds more often");
        assertThat(hour).contains("cannot tell their success rates apart");
    }

    @Test
    void aTileOpensLargeWithItsFactsAndGivesTheFocusBack() {
        open("?window=24h");
        var tile = page.locator(".tile[data-result=success]").first();
        tile.focus();

        page.keyboard().press("Enter");

        var large = page.locator("dialog[open]");
        assertThat(large.locator("dt")).containsText(new String[] {"Prompt", "Accepted after"});
        assertThat(large).containsText("Simulated");
        page.waitForFunction(
                "() => { const i = document.querySelector('dialog img'); return i.complete &&"
                        + " i.naturalWidth > 1000 }");
        page.keyboard().press("Escape");
        assertThat(tile).isFocused();
    }

    @Test
    void theStripOfWindowsIsWalkedWithTheArrowKeys() {
        open("?window=24h&provider=google");
        page.locator(".strip button[tabindex='0']").focus();
        var last = page.locator("[data-strip]").textContent();

        page.keyboard().press("ArrowLeft");

        assertThat(page.locator("[data-strip]")).not().hasText(last);
        assertThat(page.locator(".strip button:focus")).hasCount(1);
        page.keyboard().press("Home");
        assertThat(page.locator(".strip button").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog[open] h2")).containsText("Google");
    }

    @Test
    void whatIsToldOfAWindowGoesWithItsProvider() {
        open("?window=24h&provider=google");
        page.locator(".strip button[tabindex='0']").focus();
        var told = page.locator("[data-strip]");
        assertThat(told).not().containsText("Point at");

        row("together").locator("a").click();

        assertThat(page.locator("#detail-title")).hasText("Together");
        assertThat(told).containsText("Point at");
    }

    @Test
    void whoGoesBackFindsInTheChoiceWhoIsCompared() {
        open("?window=24h&provider=google&compare=runware");
        var choice = page.locator("select[name=provider]");
        var compared = page.locator("[data-compare] thead th").first();

        choice.selectOption("prodia");
        assertThat(compared).hasText("Prodia");
        row("together").locator("a").click();
        assertThat(compared).hasText("Together");
        assertThat(choice).hasValue("together");
        page.goBack();

        assertThat(compared).hasText("Prodia");
        assertThat(choice).hasValue("prodia");
    }

    @Test
    void everyPlotHasItsDataAsCsvAndJson() {
        open("?window=7d&provider=runware");

        for (var link : page.locator(".plot .links a").all()) {
            var response =
                    page.request()
                            .get(
                                    StudioStack.studio()
                                            .resolve(
                                                    Objects.requireNonNull(
                                                            link.getAttribute("href")))
                                            .toString());
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).contains("runware").doesNotContain("prodia");
            assertThat(response.text()).contains("simulated");
        }
        assertThat(page.locator("[data-simulated]")).isVisible();
    }

    @Test
    void realTrafficIsToldOfByItself() {
        open("?window=7d");
        page.locator("nav[aria-label=Source] a").last().click();

        assertThat(page.locator("main")).containsText("Attempts of real generations");
        assertThat(page.locator("[data-evaluations]")).isVisible();
        assertThat(page.locator("[data-gallery]")).hasCount(0);
        assertThat(page.locator("th").filter(new Locator.FilterOptions().setHasText("Missed")))
                .hasCount(
                        page.locator("[data-table=success] th")
                                .filter(new Locator.FilterOptions().setHasText("Missed"))
                                .count());
        assertThat(page.url()).contains("source=traffic");
    }

    private static double latency(JsonNode one, Percentile percentile) {
        return one.path("latency_ms")
                .path(percentile.name().toLowerCase(Locale.ROOT))
                .path("value")
                .asDouble();
    }

    private Locator row(String provider) {
        return page.locator("tr[data-provider=" + provider + "]");
    }

    private static String cell(Locator row, String column) {
        return row.locator("[data-column=" + column + "]").textContent().strip().replace(",", "");
    }

    private static double shown(Locator row, String column, String attribute) {
        return Double.parseDouble(
                Objects.requireNonNull(
                        row.locator("[data-column=" + column + "] [" + attribute + "]")
                                .getAttribute(attribute)));
    }

    private List<String> order() {
        return page.locator("tr[data-provider]").all().stream()
                .map(row -> Objects.requireNonNull(row.getAttribute("data-provider")))
                .toList();
    }

    private List<Long> histogram() {
        return page.locator("[data-plot=histogram] .bar").all().stream()
                .map(bar -> Long.parseLong(Objects.requireNonNull(bar.getAttribute("data-count"))))
                .toList();
    }

    private static List<Long> histogram(JsonNode report, String id) {
        var counts = new ArrayList<Long>();
        provider(report, id)
                .path("histogram")
                .forEach(bar -> counts.add(bar.path("count").asLong()));
        return counts;
    }

    private int sum(String column) {
        return page
                .locator("[data-table=success] tbody tr td:nth-child(" + column + ")")
                .allTextContents()
                .stream()
                .mapToInt(text -> Integer.parseInt(text.strip()))
                .sum();
    }
}
