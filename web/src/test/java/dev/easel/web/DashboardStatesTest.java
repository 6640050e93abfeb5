package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;

import dev.easel.local.Stack;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

/// The reliability page where not all is well: nothing yet, nothing any more, no answer, no line. It says so
/// in words, and everybody can read them. Nothing ever happened in this stack.
@ParameterizedClass(name = "{0}, {1}")
@CsvSource({"desk, LIGHT", "desk, DARK", "phone, LIGHT", "phone, DARK"})
class DashboardStatesTest extends BrowserTest {

    private static Stack stack;

    private final String where;
    private final ColorScheme scheme;

    DashboardStatesTest(String where, ColorScheme scheme) {
        this.where = where;
        this.scheme = scheme;
    }

    @BeforeAll
    static void start() {
        stack = StudioStack.untouched();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private void open() {
        visit((where.equals("phone") ? phone() : desktop()).setColorScheme(scheme));
        page.clock().install();
    }

    private void isReadable(String state) {
        assertAccessible();
        screenshot(
                "reliability-%s-%s-%s"
                        .formatted(where, scheme.name().toLowerCase(Locale.ROOT), state));
    }

    @Test
    void beforeTheFirstRunItSaysWhenThereWillBeOne() {
        open();
        load(stack, "/dashboard.html");

        assertThat(page.locator("[data-gallery]"))
                .containsText("First results in about five minutes");
        assertThat(page.locator("tr[data-provider]")).hasCount(6);
        assertThat(page.locator("[data-column=success]").first()).not().containsText("%");
        isReadable("empty");
    }

    @Test
    void whileItWaitsForTheFirstAnswerItSaysSo() {
        open();
        page.route("**/v1/metrics*", _ -> {});
        load(stack, "/dashboard.html");

        assertThat(page.locator("[aria-busy=true]")).isVisible();
        isReadable("loading");
    }

    @Test
    void withoutAnyAnswerItSaysSoAndOffersToTryAgain() {
        expectError("Failed to load resource|ERR_FAILED");
        open();
        page.route("**/v1/metrics*", Route::abort);
        load(stack, "/dashboard.html");

        assertThat(page.locator("[role=alert]")).containsText("did not answer");
        isReadable("failed");
    }

    @Test
    void staleOfflineAndPausedAreToldInWords() {
        expectError("Failed to load resource|ERR_");
        open();
        load(stack, "/dashboard.html");
        assertThat(page.locator("[data-live=live]")).isVisible();

        page.context().setOffline(true);
        assertThat(page.locator("[data-live=offline]")).containsText("Offline");
        isReadable("offline");
        page.context().setOffline(false);
        assertThat(page.locator("[data-live=live]")).isVisible();
        page.route("**/v1/metrics*", Route::abort);
        page.clock().fastForward(31_000);
        assertThat(page.locator("[data-live=stale]")).containsText("Stale");
        isReadable("stale");
        page.locator("button[aria-pressed]").click();
        assertThat(page.locator("[data-live=paused]")).containsText("Paused");
        isReadable("paused");
    }
}
