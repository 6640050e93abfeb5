package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

/// The reliability page for everybody: themes, sizes, and what people set in their system.
class DashboardLooksTest extends PastPage {

    /// Shapes that are drawn with nothing of what the system chose, or so thinly that it is not seen.
    private static final String UNFORCED =
            """
            () => {
              const probe = document.body.appendChild(document.createElement('i'));
              probe.style.forcedColorAdjust = 'none';
              const colour = name => {
                probe.style.color = name;
                return getComputedStyle(probe).color;
              };
              const canvas = colour('Canvas');
              const chosen = ['CanvasText', 'ButtonText', 'GrayText', 'Highlight'].map(colour).filter(one => one !== canvas);
              const thick = (paint, opacity) => Number(opacity) >= 0.5 && chosen.includes(paint);
              const shapes = [...document.querySelectorAll('svg :is(path, rect, circle, text)')].filter(each => {
                const style = getComputedStyle(each);
                return !thick(style.fill, style.fillOpacity) && !thick(style.stroke, style.strokeOpacity);
              });
              probe.remove();
              return [...new Set(shapes.map(each => each.parentNode.getAttribute('class') + ' ' + each.getAttribute('class')))];
            }
            """;

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
        unfold();
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

    /// Pictures that do not load, pictures that nobody tells of, another window than the chosen one, and a
    /// run that is gone.
    @ParameterizedTest
    @CsvSource({"desk, LIGHT", "desk, DARK", "phone, LIGHT", "phone, DARK"})
    void axeFindsNothingWhereSomethingIsAmiss(String where, ColorScheme scheme) {
        expectError("Failed to load resource|ERR_FAILED");
        visit((where.equals("phone") ? phone() : desktop()).setColorScheme(scheme));
        var name = "reliability-" + where + "-" + scheme.name().toLowerCase(Locale.ROOT);
        open("?window=24h");
        page.route("**/v1/batches*", Route::abort);
        var picture = page.locator(".tile[data-result=success]").first();
        picture.locator("img").dispatchEvent("error");
        assertThat(picture).containsText("Picture expired");
        assertThat(page.locator(".absent")).containsText("did not answer");
        page.route("**/v1/metrics*", _ -> {});
        page.locator("nav[aria-label=Window] a").getByText("7d").click();
        assertThat(page.locator(".still")).hasText("Still 24h: 7d is loading.");

        assertAccessible();
        screenshot(name + "-amiss");

        page.unroute("**/v1/metrics*");
        page.unroute("**/v1/batches*");
        open("?window=24h");
        page.locator(".tile").first().click();
        page.route(
                "**/v1/batches*",
                route -> route.fulfill(new Route.FulfillOptions().setBody("{\"batches\": []}")));
        page.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(page.locator("dialog[open]"))
                .hasAccessibleName("This run is not among the newest any more.");
        assertAccessible();
        screenshot(name + "-gone");
    }

    /// A narrow phone, and a desk at 200 %.
    @ParameterizedTest
    @CsvSource({"320, 640, 1", "720, 450, 2"})
    void nothingIsLostWhereThereIsLittleRoom(int width, int height, int scale) {
        visit(new NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(scale));
        open("?window=7d");

        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        settle();
        assertNothingIsCut();
        screenshot("reliability-" + width);
        page.locator(".tile[data-result=success]").first().click();
        assertThat(page.locator("dialog[open] dl")).isVisible();
        assertNothingIsCut();
    }

    /// Every word, and every plot, lies within the page and within whatever cuts off what juts out. What can
    /// be scrolled can be come to.
    private void assertNothingIsCut() {
        assertThat(
                        page.evaluate(
                                """
                                () => {
                                  const within = (box, edge) => box.left >= edge.left - 1 && box.right <= edge.right + 1
                                    && box.top >= edge.top - 1 && box.bottom <= edge.bottom + 1;
                                  const whole = (box, element) => {
                                    for (let each = element; each && each !== document.body; each = each.parentElement) {
                                      const style = getComputedStyle(each);
                                      const edge = each.getBoundingClientRect();
                                      if (/auto|scroll/.test(style.overflowX + style.overflowY)) box = edge;
                                      else if (/hidden|clip/.test(style.overflowX) && !within(box, edge)) return false;
                                    }
                                    return box.left >= -1 && box.right <= innerWidth + 1;
                                  };
                                  const root = document.querySelector('dialog[open]') ?? document.body;
                                  const seen = each => each.checkVisibility() && !each.closest('.visually-hidden, .skip');
                                  const cut = [...root.querySelectorAll('svg, img, button')]
                                    .filter(each => seen(each) && !whole(each.getBoundingClientRect(), each.parentElement))
                                    .map(each => each.outerHTML.slice(0, 80));
                                  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                                  while (texts.nextNode()) {
                                    const text = texts.currentNode;
                                    if (!text.data.trim() || !seen(text.parentElement)) continue;
                                    const range = document.createRange();
                                    range.selectNodeContents(text);
                                    if ([...range.getClientRects()].some(box => !whole(box, text.parentElement))) cut.push(text.data);
                                  }
                                  return cut;
                                }
                                """))
                .isEqualTo(List.of());
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
        open("?window=30d&provider=google");

        for (var shape : List.of("mark path", "bar", "line", "band", "incident", "missed")) {
            assertThat(page.locator("." + shape).first()).isAttached();
        }
        assertThat(page.evaluate(UNFORCED)).isEqualTo(List.of());
        assertThat(page.locator(".card").first()).hasCSS("border-top-width", "1px");
        assertThat(page.locator("tr.chosen")).hasCSS("outline-style", "solid");
        assertThat(page.locator("tr[data-provider]:not(.chosen)").first())
                .hasCSS("outline-style", "none");
        var windows = page.locator("nav[aria-label=Window] a");
        assertThat(background(windows.last())).isNotEqualTo(background(windows.first()));
        screenshot("reliability-forced-colours");
    }

    private static String background(Locator element) {
        return (String) element.evaluate("each => getComputedStyle(each).backgroundColor");
    }

    @Test
    void nothingMovesForWhoWantsNoMotion() {
        visit(desktop().setReducedMotion(ReducedMotion.REDUCE));
        open("?window=24h");
        assertStill();
        page.locator(".tile").first().click();
        assertThat(page.locator("dialog[open]")).isVisible();
        assertStill();
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

    /// Plots are drawn anew once they know their width.
    private void settle() {
        page.waitForTimeout(200);
    }
}
