package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

/// The reliability page for everybody: themes, sizes, and what people set in their system.
class DashboardLooksTest extends BrowserTest {

    @BeforeEach
    void past() {
        Past.get();
    }

    @ParameterizedTest
    @CsvSource({"desk, LIGHT", "desk, DARK", "phone, LIGHT", "phone, DARK"})
    void axeFindsNothingInAnyState(String where, ColorScheme scheme) {
        var options = where.equals("phone") ? phone() : desktop();
        visit(options.setColorScheme(scheme));
        var name = "reliability-" + where + "-" + scheme.name().toLowerCase(Locale.ROOT);

        open("?window=30d&provider=google");
        settle();
        assertAccessible();
        screenshot(name);
        for (var details : page.locator("details summary").all()) {
            details.click();
        }
        assertAccessible();
        page.locator(".tile").first().click();
        assertThat(page.locator("dialog[open] dl")).isVisible();
        assertAccessible();
        screenshot(name + "-large");
        page.keyboard().press("Escape");
        page.locator("button[aria-pressed]").click();
        assertThat(page.locator("[data-live=paused]")).isVisible();
        open("?window=1h&provider=prodia");
        assertAccessible();
        screenshot(name + "-hour");
        open("?window=7d&source=traffic");
        assertAccessible();
        screenshot(name + "-traffic");
    }

    /// A narrow phone, and a desk at 200 %.
    @ParameterizedTest
    @CsvSource({"320, 640, 1", "720, 450, 2"})
    void nothingIsLostWhereThereIsLittleRoom(int width, int height, int scale) {
        visit(new NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(scale));
        open("?window=7d");

        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        screenshot("reliability-" + width);
    }

    @Test
    void theTextOfAPlotIsNeverSmallerThanTwelvePixels() {
        visit(phone());
        open("?window=7d&provider=runware");

        assertThat(
                        page.evaluate(
                                """
                                () => [...document.querySelectorAll('svg text')].map(text => {
                                  const svg = text.ownerSVGElement;
                                  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                                  return parseFloat(getComputedStyle(text).fontSize) * scale;
                                }).filter(size => size < 11.9).length
                                """))
                .isEqualTo(0);
        assertThat(page.locator("svg text").first()).isVisible();
    }

    @Test
    void marksAndEdgesRemainInForcedColours() {
        visit(desktop().setForcedColors(ForcedColors.ACTIVE));
        open("?window=24h");

        assertThat(page.locator("tr[data-provider] .mark").first()).isVisible();
        assertThat(
                        page.evaluate(
                                "() =>"
                                    + " getComputedStyle(document.querySelector('.card')).borderTopWidth"))
                .isEqualTo("1px");
        screenshot("reliability-forced-colours");
    }

    @Test
    void nothingMovesForWhoWantsNoMotion() {
        visit(desktop().setReducedMotion(ReducedMotion.REDUCE));
        open("?window=24h");

        // A millisecond is none, and tells whoever waits for the end of a movement.
        assertThat(
                        page.evaluate(
                                """
                                () => document.getAnimations()
                                  .filter(a => Number(a.effect.getComputedTiming().duration) > 1).length
                                """))
                .isEqualTo(0);
    }

    @Test
    void nothingJumpsWhileItLoads() {
        page.addInitScript(
                """
                window.shift = 0;
                new PerformanceObserver(list => { for (const entry of list.getEntries())
                  if (!entry.hadRecentInput) window.shift += entry.value; })
                  .observe({type: 'layout-shift', buffered: true});
                """);
        open("?window=30d");
        settle();

        assertThat(((Number) page.evaluate("() => window.shift")).doubleValue()).isLessThan(0.02);
    }

    @Test
    void aVisitByKeyboardAloneComesToAProviderAndItsNewestPicture() {
        open("?window=24h");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        reach("tr[data-provider=runware] a");
        page.keyboard().press("Enter");
        assertThat(page.locator("#detail-title")).hasText("Runware");
        reach(".tile");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog[open]")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private void reach(String selector) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab never came to " + selector);
    }

    private void open(String search) {
        load("/dashboard.html" + search);
        assertThat(page.locator("main[data-ready]")).isVisible();
    }

    /// Plots are drawn anew once they know their width.
    private void settle() {
        page.waitForTimeout(200);
    }
}
