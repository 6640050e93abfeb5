package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Pattern;

/// The Studio with what people set in their system, and without a jump.
class StudioForEverybodyTest extends BrowserTest {

    private static final String SHIFTS =
            """
            window.shift = 0;
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
            }).observe({type: 'layout-shift', buffered: true});
            """;

    /// Whoever comes back waits for what was kept.
    private static final String SLOWLY_KEPT =
            """
            const request = LockManager.prototype.request;
            const later = performance.getEntriesByType('navigation')[0].type === 'reload' ? 500 : 0;
            LockManager.prototype.request = async function (...how) {
              await new Promise(done => setTimeout(done, later));
              return request.apply(this, how);
            };
            """;

    @Test
    void signsAndEdgesRemainInForcedColours() {
        simulate(Scenario.CHANGED_OUTSIDE);
        visit(desktop().setForcedColors(ForcedColors.ACTIVE));
        var studio = enter();
        assertBordered(".card[data-kind=off] button");
        assertBordered(".btn.first");
        studio.sample("coffee.jpg").open("remove-object").rectangle(380, 120, 80, 200);
        assertThat(page.locator("[data-tool=brush]")).hasCSS("outline-style", "solid");
        assertThat(page.locator("[data-tool=eraser]")).hasCSS("outline-style", "none");
        studio.apply().verdict("red");

        assertBordered("#badge");
        assertDrawn(page.locator("#badge svg"));
        assertDrawn(page.locator("[data-act=retry] svg"));
        assertThat(page.locator("[data-compare=slider]")).hasCSS("outline-style", "solid");
        page.locator("#badge").click();
        assertThat(page.locator(".boxes rect")).hasCSS("stroke", "rgb(255, 96, 120)");
        screenshot("studio-red-drawer-forced-colours");
    }

    /// Its lines stand out from what is behind them, three to one at least.
    private static void assertDrawn(Locator sign) {
        var picture = Studio.picture(sign.screenshot());
        var least = 1.0;
        var most = 0.0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var light = luminance(picture.getRGB(x, y));
                least = Math.min(least, light);
                most = Math.max(most, light);
            }
        }
        assertThat((most + 0.05) / (least + 0.05)).isGreaterThan(3);
    }

    /// As WCAG has it.
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int value) {
        var share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private void assertBordered(String selector) {
        var edge = page.locator(selector).first();
        assertThat(edge).hasCSS("border-top-style", Pattern.compile("solid|dashed"));
        assertThat(edge).not().hasCSS("border-top-width", "0px");
        assertThat(edge).not().hasCSS("border-top-color", "rgba(0, 0, 0, 0)");
    }

    /// 720 x 450 is a screen of 1440 x 900 at 200 %.
    @ParameterizedTest
    @CsvSource({"320, 640", "720, 450"})
    void nothingIsLostWhereThereIsLittleRoom(int width, int height) {
        simulate(Scenario.CHANGED_OUTSIDE);
        visit(new NewContextOptions().setViewportSize(width, height));
        var studio = enter().sample("coffee.jpg");
        assertNothingIsLost();
        studio.open("remove-object");
        assertNothingIsLost();
        studio.rectangle(380, 120, 80, 200).apply().verdict("red");
        assertNothingIsLost();
        page.locator("#badge").click();
        assertThat(page.locator("#drawer .reason").last()).isVisible();
        assertNothingIsLost();
        page.keyboard().press("Escape");
        page.locator("[data-act=back]").click();
        studio.open("edit");
        assertNothingIsLost();
        screenshot("studio-edit-" + width);
        page.locator("[data-act=back]").click();
        var recipe = new Recipes(page).write("isolate", "upscale");
        assertNothingIsLost();
        recipe.close();
        assertNothingIsLost();
        page.locator("[data-act=compare]").click();
        assertThat(page.locator(".compare figure").first()).isVisible();
        assertNothingIsLost();
    }

    /// Everything that can be pressed lies within the page and shows all of its words; versions scroll in their row.
    private void assertNothingIsLost() {
        new Studio(page).drawn();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
        assertThat(
                        page.evaluate(
                                """
                                () => [...document.querySelectorAll('button, summary, h1, h2, label, .notice, .reason, .says, .lead, .named, .name, .remark')]
                                  .filter(each => each.checkVisibility() && !each.closest('.visually-hidden, .strip ol'))
                                  .filter(each => {
                                    const box = each.getBoundingClientRect();
                                    const style = getComputedStyle(each);
                                    return box.left < -1 || box.right > innerWidth + 1
                                      || each.scrollWidth > each.clientWidth + 1 && style.overflowX !== 'visible'
                                      || each.scrollHeight > each.clientHeight + 1 && style.overflowY !== 'visible';
                                  })
                                  .map(each => each.outerHTML.slice(0, 120))
                                """))
                .isEqualTo(List.of());
    }

    @Test
    void nothingMovesForWhoWantsNoMotion() {
        visit(desktop().setReducedMotion(ReducedMotion.REDUCE));
        simulate(Scenario.STUCK);
        var studio = enter().sample("coffee.jpg");
        assertStill();
        studio.open("isolate").apply();
        assertThat(page.locator("[data-step=running]")).hasAttribute("data-state", "now");
        assertStill();
        page.locator("[data-act=cancel]").click();
        assertThat(page.locator("#beside-apply .notice")).isVisible();
        assertStill();
    }

    @Test
    void nothingJumpsOnLoadAndWhereTheVerdictComes() {
        page.addInitScript(SHIFTS);
        var studio = enter();
        assertShift();
        studio.sample("coffee.jpg");
        assertShift();
        studio.open("white-background");
        assertShift();
        simulate(Scenario.EVALUATION_UNAVAILABLE);
        studio.apply().result().verdict("checking");
        studio.verdict("green");
        assertShift();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void nothingJumpsWhereWhatWasKeptComesBack(String size) {
        visit(size.equals("phone") ? phone() : desktop());
        page.addInitScript(SHIFTS);
        page.addInitScript(SLOWLY_KEPT);
        var studio = enter().sample("coffee.jpg");
        page.waitForCondition(() -> new Recipes(page).work().contains("coffee.jpg"));

        page.reload();

        studio.ready().arrived("coffee.jpg");
        assertShift();
    }

    /// What somebody did themselves is no shift to the browser: so the boxes are laid beside each other.
    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void nothingMovesWhereTheResolutionChanges(String size) {
        visit(size.equals("phone") ? phone() : desktop());
        enter().sample("coffee.jpg").open("white-background");
        var before = boxes();

        for (var tier : List.of("2K", "1K")) {
            page.locator("[data-field=tier] label:has([value='" + tier + "'])").click();
            assertThat(page.locator(".stage .chip")).hasText(tier);
            assertThat(boxes()).as(tier).isEqualTo(before);
        }
    }

    private Object boxes() {
        new Studio(page).drawn();
        return page.evaluate(
                """
                () => [...document.querySelectorAll('.stage, .bar, .chip, .view, .view img, .status, .side, .field, .go, .go *')]
                  .map(each => [each.className, JSON.stringify(each.getBoundingClientRect())].join(' '))
                """);
    }

    /// In all, so far.
    private void assertShift() {
        new Studio(page).drawn();
        assertThat(((Number) page.evaluate("() => window.shift")).doubleValue()).isLessThan(0.02);
    }
}
