package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The page stays up to date, and says so when it is not. Its clock stands still until a test moves it.
class DashboardLiveTest extends BrowserTest {

    private static final Pattern TIME = Pattern.compile("(?<=\"url_expires_at\":\")[^\"]+(?=\")");

    private final AtomicInteger reads = new AtomicInteger();
    private Duration elapsed = Duration.ZERO;

    @BeforeEach
    void past() {
        Past.get();
        page.clock().install();
        page.onRequest(this::count);
        // The server's clock goes with the page's: what it signs now is good for ten minutes from
        // now.
        page.route("**/v1/batches*", this::move);
        load("/dashboard.html?window=24h");
        assertThat(page.locator("[data-detail]")).isVisible();
    }

    private void count(Request request) {
        if (request.url().contains("/v1/metrics?")) {
            reads.incrementAndGet();
        }
    }

    private void move(Route route) {
        var answer = route.fetch();
        route.fulfill(
                new Route.FulfillOptions()
                        .setResponse(answer)
                        .setBody(
                                TIME.matcher(answer.text())
                                        .replaceAll(time ->
                                                Instant.parse(time.group())
                                                        .plus(elapsed)
                                                        .toString())));
    }

    private void pass(Duration time) {
        elapsed = elapsed.plus(time);
        page.clock().fastForward(time.toMillis());
    }

    @Test
    void itAsksAgainEveryHalfMinuteAndNotWhileNobodyLooks() {
        assertThat(reads.get()).isEqualTo(1);

        pass(Duration.ofSeconds(31));
        page.waitForCondition(() -> reads.get() == 2);
        settled();
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

        pass(Duration.ofSeconds(31));

        assertThat(page.locator("[data-live=stale]")).containsText("Stale");
        assertThat(page.locator("[data-column=success]").allTextContents()).isEqualTo(before);
        page.unroute("**/v1/metrics*");
        pass(Duration.ofSeconds(31));
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
        var first = address();

        pass(Duration.ofSeconds(31));
        settled();
        pass(Duration.ofSeconds(31));
        settled();
        assertThat(address()).isEqualTo(first);

        page.evaluate(
                "() => document.querySelector('.tile img').dispatchEvent(new Event('error'))");
        page.waitForCondition(() -> !first.equals(address()));
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

    /// Until the last answer is on the page: the next question is planned only then.
    private void settled() {
        page.waitForFunction("() => document.querySelector('[data-live=live]')");
    }

    private String address() {
        return Objects.requireNonNull(page.locator(".tile img").first().getAttribute("src"));
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
