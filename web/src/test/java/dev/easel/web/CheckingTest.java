package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;

/// The panel takes its time, or never comes to an end.
class CheckingTest extends BrowserTest {

    @Test
    void twoMinutesAreNoErrorAndAfterFiveNobodyWaitsAnyMore() {
        page.clock().install();
        simulate(Scenario.EVALUATION_NEVER);
        var studio = enter().sample("coffee.jpg").open("white-background").apply();
        studio.result().verdict("checking");
        assertThat(page.locator("#badge")).hasText("Checking quality");

        page.clock().fastForward(130_000);
        assertThat(page.locator(".verdict .elapsed")).containsText("2:1");
        studio.verdict("checking");
        assertThat(page.locator(".notice")).hasCount(0);
        assertThat(page.locator("[data-act=check-again]")).hasAttribute("aria-disabled", "true");

        page.clock().fastForward(171_000);
        studio.verdict("incomplete");
        assertThat(page.locator("#badge")).hasText("Check did not finish");
        assertThat(page.locator("#badge")).hasAttribute("data-mark", "none");
        assertThat(page.locator(".result .notice")).hasCount(0);
        assertThat(page.locator("#live")).hasText("Check did not finish");

        var sent = new Sent(page, "POST", "/v1/generations/[^/]+/evaluations");
        assertThat(page.locator("[data-act=check-again]")).hasText("Run check again");
        page.locator("[data-act=check-again]").dblclick();
        studio.verdict("checking");
        assertThat(sent.count()).isEqualTo(1);
    }

    @Test
    void thePictureCanBeTakenAlongWhileItIsChecked() {
        simulate(Scenario.EVALUATION_NEVER);
        enter().sample("coffee.jpg").open("white-background").apply().result().verdict("checking");

        var download = page.waitForDownload(() -> page.locator("[data-act=download]").click());

        assertThat(download.suggestedFilename()).isEqualTo("coffee-white-background.png");
    }
}
