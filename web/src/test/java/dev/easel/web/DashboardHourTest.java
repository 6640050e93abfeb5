package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A reliability page that stands open for an hour, on a clock of its own.
///
/// Real signatures would outlive it, because the store's clock is not the page's. So each address says when
/// it was signed, in the page's time, and after ten minutes the store answers it with 403.
class DashboardHourTest extends BrowserTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofSeconds(31);

    private static final Pattern TIME = Pattern.compile("(?<=\"url_expires_at\":\")[^\"]+(?=\")");
    private static final Pattern URL = Pattern.compile("(?<=\"url\":\")[^\"]+(?=\")");
    private static final Pattern SIGNED = Pattern.compile("&signed-at=([0-9]+)$");

    private static final String SHOWN =
            "() => [...document.querySelectorAll('.tile img')].every(i => i.complete &&"
                    + " i.naturalWidth > 0)";

    private final Map<String, List<Duration>> downloads = new HashMap<>();
    private Duration elapsed = Duration.ZERO;
    private int refused;

    @BeforeEach
    void past() {
        Past.get();
        page.clock().install();
        page.clock().pauseAt(Instant.now().plusSeconds(1).toEpochMilli());
        page.route("**/v1/batches*", this::sign);
        page.route(url -> SIGNED.matcher(url).find(), this::fetch);
        load("/dashboard.html?window=1h");
        assertThat(page.locator("[data-detail]")).isVisible();
        look();
    }

    private void sign(Route route) {
        var answer = route.fetch();
        var later = TIME.matcher(answer.text()).replaceAll(time -> moved(time.group()));
        var signed =
                URL.matcher(later)
                        .replaceAll(url -> url.group() + "&signed-at=" + elapsed.toSeconds());
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(signed));
    }

    private String moved(String time) {
        return Instant.parse(time).plus(elapsed).toString();
    }

    private void fetch(Route route) {
        var url = route.request().url();
        var signedAt = SIGNED.matcher(url);
        assertThat(signedAt.find()).isTrue();
        if (elapsed.minusSeconds(Long.parseLong(signedAt.group(1))).compareTo(LIFE) > 0) {
            refused++;
            route.fulfill(new Route.FulfillOptions().setStatus(403));
            return;
        }
        downloads.computeIfAbsent(URI.create(url).getPath(), _ -> new ArrayList<>()).add(elapsed);
        route.resume(new Route.ResumeOptions().setUrl(signedAt.replaceFirst("")));
    }

    /// Down to the pictures: whatever is in view is fetched.
    private void look() {
        page.locator(".tile").last().scrollIntoViewIfNeeded();
        page.waitForFunction(SHOWN);
    }

    private void pass(Duration time) {
        var before = page.locator(".live").textContent();
        elapsed = elapsed.plus(time);
        page.clock().fastForward(time.toMillis());
        // The time of the last answer: the next question is planned when it stands there.
        page.waitForFunction(
                "before => { const live = document.querySelector('[data-live=live]');"
                        + " return live && live.textContent !== before }",
                before);
    }

    @Test
    void noPictureBreaksAndNoneIsFetchedTwiceInEightMinutes() {
        while (elapsed.compareTo(Duration.ofHours(1)) < 0) {
            pass(STEP);
            page.waitForFunction(SHOWN);
            assertThat(page.locator(".tile").filter(containing("expired"))).hasCount(0);
        }

        assertThat(downloads).hasSizeGreaterThan(18);
        assertThat(downloads.values())
                .allSatisfy(times -> assertThat(times).hasSizeBetween(6, 8))
                .allSatisfy(times -> {
                    for (int i = 1; i < times.size(); i++) {
                        assertThat(times.get(i).minus(times.get(i - 1)))
                                .isGreaterThanOrEqualTo(Duration.ofMinutes(8));
                    }
                });
        assertThat(refused).isZero();
    }

    @Test
    void whatIsLookedAtOnlyAfterAnHourIsThere() {
        for (int i = 0; i < 4; i++) {
            pass(STEP);
        }
        // Asleep, as a laptop is: no timer runs, and every address dies.
        pass(Duration.ofHours(1));

        page.getByText("Show older").click();
        look();
        page.locator(".tile[data-result=success]").last().click();

        page.waitForFunction(
                "() => { const i = document.querySelector('dialog img'); return i.complete &&"
                        + " i.naturalWidth > 1000 }");
        assertThat(refused).isZero();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
