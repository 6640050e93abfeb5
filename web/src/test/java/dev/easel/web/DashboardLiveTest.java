package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The page stays up to date, and says so when it is not.
class DashboardLiveTest extends StandingPage {

    /// What the newest run brought may be no picture.
    private static final String PICTURED = ".tile[data-result=success]";

    /// The first picture has another address than that.
    private static final String MOVED =
            """
            before => {
              const picture = document.querySelector('%s img');
              return picture && picture.src !== before;
            }
            """
                    .formatted(PICTURED);

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();

    @BeforeEach
    void look() {
        page.onRequest(this::count);
        open("?window=24h");
    }

    private void count(Request request) {
        if (request.url().contains("/v1/metrics?")) {
            reads.incrementAndGet();
        } else if (request.url().contains("/v1/batches?")) {
            batches.incrementAndGet();
        }
    }

    @Test
    void itAsksAgainEveryHalfMinuteAndNotWhileNobodyLooks() {
        assertThat(reads.get()).isEqualTo(1);

        passToAnAnswer(STEP);
        assertThat(reads.get()).isEqualTo(2);
        see(false);
        pass(Duration.ofMinutes(10));
        assertThat(page.locator("[data-live=paused]")).isVisible();
        assertThat(reads.get()).isEqualTo(2);
        see(true);
        page.waitForCondition(() -> reads.get() == 3);
        assertThat(page.locator("[data-live=live]")).isVisible();
    }

    @Test
    void aFailedRefreshKeepsWhatThereWasAndSaysHowOldItIs() {
        var before = page.locator("[data-column=success]").allTextContents();
        expectError("Failed to load resource|ERR_FAILED");
        page.route("**/v1/metrics*", Route::abort);

        pass(STEP);

        assertThat(page.locator("[data-live=stale]")).containsText("Stale");
        assertThat(page.locator("[data-column=success]").allTextContents()).isEqualTo(before);
        page.unroute("**/v1/metrics*");
        pass(STEP);
        assertThat(page.locator("[data-live=live]")).isVisible();
    }

    @Test
    void whoNeverGotAnAnswerIsToldSoAndMayTryAgain() {
        expectError("Failed to load resource|ERR_FAILED");
        page.route("**/v1/metrics*", Route::abort);
        load("/dashboard.html?window=7d");

        var alert = page.locator("[role=alert]");
        assertThat(alert).containsText("did not answer");
        page.unroute("**/v1/metrics*");
        page.route(
                "**/v1/metrics*",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(500)
                                        .setBody("{\"request_id\": \"f00-ba4\"}")));
        alert.locator("button").click();
        assertThat(alert).containsText("answered 500. Request f00-ba4");
        page.unroute("**/v1/metrics*");
        page.locator("[role=alert] button").click();
        assertThat(page.locator("tr[data-provider]")).hasCount(6);
        page.clock().runFor(10);
        assertThat(page.locator("[data-detail]")).isVisible();
    }

    @Test
    void numbersGoOnWhereThePicturesFailAndItIsTold() {
        expectError("Failed to load resource|ERR_FAILED");
        var tiles = page.locator(".tile").count();
        Consumer<Route> failure = Route::abort;
        page.route("**/v1/batches*", failure);

        passToAnAnswer(STEP);

        var absent = page.locator(".absent");
        assertThat(absent)
                .hasText("Last windows and batches did not load: The service did not answer.");
        assertThat(page.locator(".tile")).hasCount(tiles);
        open("");
        assertThat(page.locator("tr[data-provider]")).hasCount(6);
        assertThat(page.locator("[data-gallery]")).containsText("Not loaded");
        page.unroute("**/v1/batches*", failure);
        pass(STEP);
        assertThat(absent).hasText("");
        assertThat(page.locator(".tile")).hasCount(tiles);
    }

    @Test
    void realTrafficHasNoWindowsAndAsksForNone() {
        int before = batches.get();
        page.locator("nav[aria-label=Source] a").last().click();

        assertThat(page.locator("main")).containsText("Attempts of real generations");
        assertThat(batches.get()).isEqualTo(before);
    }

    @Test
    void whoIsQuickerThanTheFirstAnswerIsToldToo() {
        expectError("Failed to load resource|ERR_FAILED");
        var held = new ArrayList<Route>();
        page.route(
                "**/v1/metrics*",
                route -> {
                    if (held.isEmpty()) {
                        held.add(route);
                    } else {
                        route.abort();
                    }
                });
        load("/dashboard.html?window=24h");
        page.waitForCondition(() -> !held.isEmpty());
        choose("7d");
        held.getFirst().resume();

        var again = page.locator("[role=alert] button");
        assertThat(again).isVisible();
        page.unroute("**/v1/metrics*");
        again.click();
        assertThat(page.locator("tr[data-provider]")).hasCount(6);
        page.clock().runFor(10);
        assertThat(page.locator("[data-detail]")).isVisible();
    }

    @Test
    void numbersOfAnotherWindowThanTheChosenOneSaySo() {
        expectError("Failed to load resource|ERR_FAILED");
        var held = hold("**/v1/metrics*");
        var still = page.locator(".still");
        assertThat(still).hasText("");

        choose("7d");
        assertThat(still).hasText("Still 24h: 7d is loading.");
        assertThat(page.locator("[data-detail]")).hasCSS("border-top-style", "dashed");
        page.waitForCondition(() -> !held.isEmpty());
        held.getFirst().abort();
        assertThat(still).hasText("Still 24h: 7d did not load.");

        page.unroute("**/v1/metrics*");
        pass(STEP);
        assertThat(still).hasText("");
        assertThat(page.locator("[data-detail]")).hasCSS("border-top-style", "solid");
    }

    @Test
    void howOldItIsIsNotReadOutEveryFewSeconds() {
        // What is on its way when the line goes, and one request that surely is.
        expectError("ERR_INTERNET_DISCONNECTED");
        page.context().setOffline(true);
        page.evaluate("() => fetch('/v1/limits').catch(() => 0)");
        var told = page.locator(".live [role=status]").first();
        assertThat(told).hasText("Offline");
        var before = Objects.requireNonNull(page.locator(".live").textContent());

        pass(Duration.ofSeconds(6));

        assertThat(page.locator(".live")).not().hasText(before);
        assertThat(told).hasText("Offline");
        page.context().setOffline(false);
        assertThat(page.locator("[data-live=live]")).isVisible();
    }

    @Test
    void aPictureThatNeverLoadsDoesNotAskOverAndOver() {
        page.locator("button[aria-pressed]").click();
        var tile = pictured();
        tile.scrollIntoViewIfNeeded();
        var first = address();
        pass(Duration.ofSeconds(1));

        fail(tile.locator("img"));
        page.waitForFunction(MOVED, first);
        fail(tile.locator("img"));

        assertThat(tile).containsText("Picture expired");
        // What was asked before this is heard of before it is answered.
        page.evaluate("() => fetch('/config.json').then(answer => answer.text())");
        assertThat(reads.get()).isEqualTo(2);
        pass(Duration.ofSeconds(11));
        fail(page.locator(".tile img").first());
        page.waitForCondition(() -> reads.get() == 3);
    }

    @Test
    void aPictureKeepsItsAddressUntilItDiesOrDoesNotLoad() {
        pictured().scrollIntoViewIfNeeded();
        var first = address();

        passToAnAnswer(STEP);
        passToAnAnswer(STEP);
        assertThat(address()).isEqualTo(first);

        fail(pictured().locator("img"));
        page.waitForFunction(MOVED, first);
        assertThat(pictured().locator("img")).hasJSProperty("complete", true);
        assertThat(pictured().locator("img")).not().hasJSProperty("naturalWidth", 0);
    }

    @Test
    void whoPausesIsLeftInPeace() {
        page.locator("button[aria-pressed]").click();
        pass(Duration.ofMinutes(5));

        assertThat(reads.get()).isEqualTo(1);
        assertThat(page.locator("[data-live=paused]")).containsText("Paused");
        page.locator("button[aria-pressed]").click();
        page.waitForCondition(() -> reads.get() == 2);
    }

    private void choose(String window) {
        page.locator("nav[aria-label=Window] a").getByText(window).click();
    }

    private static void fail(Locator picture) {
        picture.dispatchEvent("error");
    }

    private String address() {
        return Objects.requireNonNull(pictured().locator("img").getAttribute("src"));
    }

    private Locator pictured() {
        return page.locator(PICTURED).first();
    }

    private void see(boolean visible) {
        page.evaluate(
                """
                visible => {
                  Object.defineProperty(document, 'hidden', {configurable: true, get: () => !visible});
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                visible);
    }
}
