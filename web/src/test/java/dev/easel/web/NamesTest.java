package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.routing.TierTable;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Locale;

/// Nowhere in the Studio is a model named, or a company: not in what is read, and not in what is only there.
class NamesTest extends BrowserTest {

    /// The document with all attributes of all its elements.
    private void assertNamesNobody() {
        var document = page.content().toLowerCase(Locale.ROOT);
        assertThat(document).contains("<html", "data-mode");
        assertThat(document).doesNotContainPattern(Names.FORBIDDEN);
    }

    @Test
    void theListNamesThem() {
        assertThat(Names.FORBIDDEN.pattern().split("\\|")).hasSizeGreaterThan(20);
        assertThat(
                        "made with "
                                + TierTable.STANDARD
                                        .lines()
                                        .getFirst()
                                        .route()
                                        .candidates()
                                        .iterator()
                                        .next()
                                        .model()
                                + ".")
                .containsPattern(Names.FORBIDDEN);
        assertThat("made with care").doesNotContainPattern(Names.FORBIDDEN);
    }

    @Test
    void neitherTheShelfNorAnyWorkflowDoes() {
        var studio = enter();
        assertNamesNobody();
        studio.sample("astronaut.jpg");
        assertNamesNobody();

        var ready = page.locator(".card[data-kind=ready]");
        assertThat(ready).hasCount(13);
        for (int i = 0; i < 13; i++) {
            ready.nth(i).locator("button").click();
            studio.opened();
            assertNamesNobody();
            page.locator("[data-act=back]").click();
            assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
        }
    }

    /// With what every judge said, and what a provider says of its failures.
    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "UNCHANGED", "FAILED", "MODERATED", "NO_CREDIT"})
    void norDoesWhatBecameOfAnOrder(Scenario scenario) {
        simulate(scenario);
        var studio = enter().sample("coffee.jpg").open("remove-object").size(80);

        studio.stroke(300, 150, 420, 150).apply();

        var failed = page.locator("#beside-apply .notice");
        var badge = page.locator("#badge:not([data-verdict=checking])");
        assertThat(failed.or(badge)).isVisible();
        assertNamesNobody();
        if (badge.isVisible()) {
            badge.click();
            assertThat(page.locator("#drawer [data-judge]").first()).isVisible();
            assertThat(page.locator("#drawer .opinions").first()).isVisible();
            assertNamesNobody();
        }
    }
}
