package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// The page stays up to date, and says so when it is not.
class DashboardLiveTest extends StandingPage {

    private final AtomicInteger reads = new AtomicInteger();

    @BeforeEach
    void look() {
        page.onRequest(this::count);
        open("?window=24h");
    }

    private void count(Request request) {
        if (request.url().contains("/v1/metrics?")) {
            reads.incrementAndGet();
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

        assertThat(page.locator("[role=alert]")).containsText("did not answer");
        page.unroute("**/v1/metrics*");
        page.locator("[role=alert] button").click();
        assertThat(page.locator("[data-detail]")).isVisible();
    }

    @Test
    void aPictureKeepsItsAddressUntilItDiesOrDoesNotLoad() {
        page.locator(".tile").first().scrollIntoViewIfNeeded();
        var first = address();

        passToAnAnswer(STEP);
        passToAnAnswer(STEP);
        assertThat(address()).isEqualTo(first);

        page.evaluate(
                "() => document.querySelector('.tile img').dispatchEvent(new Event('error'))");
        page.waitForFunction(
                "first => { const i = document.querySelector('.tile').querySelector('img');"
                        + " return i && i.src !== first && i.complete && i.naturalWidth > 0 }",
                first);
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

    private String address() {
        return Objects.requireNonNull(
                page.locator(".tile").first().locator("img").getAttribute("src"));
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
