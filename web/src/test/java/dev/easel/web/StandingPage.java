package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The reliability page on a clock of its own, which stands still until a test moves it.
///
/// Real signatures would outlive it, because the store's clock is not the page's. So each address says when
/// it was signed, in the page's time, and after ten minutes the store answers it with 403.
@Tag(Past.TAG)
abstract class StandingPage extends BrowserTest {

    /// A little more than the page waits for.
    static final Duration STEP = Duration.ofSeconds(31);

    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final Pattern TIME = Pattern.compile("(?<=\"url_expires_at\":\")[^\"]+(?=\")");
    private static final Pattern URL = Pattern.compile("(?<=\"url\":\")[^\"]+(?=\")");
    private static final Pattern SIGNED = Pattern.compile("&signed-at=([0-9]+)$");

    /// By object, when it was fetched.
    final Map<String, List<Duration>> downloads = new HashMap<>();

    /// How many fetches met a dead address.
    int refused;

    Duration elapsed = Duration.ZERO;

    @BeforeEach
    void stand() {
        Past.get();
        page.clock().install();
        page.clock().pauseAt(Instant.now().plusSeconds(1).toEpochMilli());
        page.route("**/v1/batches*", this::sign);
        page.route(url -> SIGNED.matcher(url).find(), this::fetch);
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
        var signed = SIGNED.matcher(url);
        if (!signed.find()) {
            throw new AssertionError(url);
        }
        var signedAt = Duration.ofSeconds(Long.parseLong(signed.group(1)));
        if (elapsed.minus(signedAt).compareTo(LIFE) > 0) {
            refused++;
            route.fulfill(new Route.FulfillOptions().setStatus(403));
            return;
        }
        downloads.computeIfAbsent(URI.create(url).getPath(), _ -> new ArrayList<>()).add(elapsed);
        route.resume(new Route.ResumeOptions().setUrl(signed.replaceFirst("")));
    }

    void open(String search) {
        load("/dashboard.html" + search);
        // What is drawn after the table waits for a timer.
        assertThat(page.locator("tr[data-provider]").first()).isVisible();
        page.clock().runFor(10);
        assertThat(page.locator("main[data-ready]")).isVisible();
    }

    void pass(Duration time) {
        elapsed = elapsed.plus(time);
        page.clock().fastForward(time.toMillis());
    }

    /// The same, and waits until an answer that came since is on the page; the next question is planned then.
    void passToAnAnswer(Duration time) {
        var before = page.locator(".live").textContent();
        pass(time);
        page.waitForFunction(
                "before => { const live = document.querySelector('[data-live=live]');"
                        + " return live && live.textContent !== before }",
                before);
    }
}
