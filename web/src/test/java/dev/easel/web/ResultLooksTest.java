package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Studio in each state of a run and of what comes of it, for everybody.
class ResultLooksTest extends StudioStates {

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void nobodyKnowsWhetherAnOrderArrived(String size) {
        var studio = enter(size).open("create").prompt("A pear on blue linen");
        simulate(Scenario.RESET);
        studio.apply();
        assertThat(page.locator(".panel.running")).containsText("nothing is paid twice");
        look("doubtful");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aRunIsUnderWayAndComesToNothing(String size) {
        simulate(Scenario.STUCK);
        var studio = enter(size).sample("coffee.jpg").open("isolate").apply();
        assertThat(page.locator("[data-step=running]")).hasAttribute("data-state", "now");
        look("running");
        page.locator("[data-act=cancel]").click();
        assertThat(page.locator("#beside-apply .notice")).isVisible();
        look("cancelled");
        simulate(Scenario.MODERATED);
        studio.apply();
        assertThat(page.locator("#beside-apply .request")).isVisible();
        look("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aPictureIsThereAndGood(String size) {
        simulate(Scenario.EVALUATION_NEVER);
        var studio = enter(size).sample("coffee.jpg").open("white-background").apply();
        studio.result().verdict("checking");
        look("checking");
        simulate(Scenario.NORMAL);
        page.locator("[data-act=back]").click();
        studio.open("white-background").apply().verdict("green");
        look("green");
        page.locator("[data-compare=beside]").click();
        look("beside");
        page.locator("[data-compare=after]").click();
        look("after");
        page.keyboard().down("\\");
        look("before");
        page.keyboard().up("\\");
        page.locator("#badge").click();
        assertThat(page.locator("#drawer [data-agrees]").first()).isVisible();
        look("drawer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aPictureIsNotGoodOrNobodyCouldSay(String size) {
        var studio = enter(size).sample("coffee.jpg");
        simulate(Scenario.CHANGED_OUTSIDE);
        studio.open("white-background").apply().verdict("amber");
        look("amber");
        page.locator("[data-act=back]").click();
        studio.open("remove-object").rectangle(380, 120, 80, 200).apply().verdict("red");
        look("red");
        page.locator("#badge").click();
        assertThat(page.locator(".boxes rect")).hasCount(1);
        look("red-drawer");
        page.keyboard().press("Escape");
        assertThat(page.locator("#badge")).isFocused();
        page.locator("[data-act=anyway]").click();
        look("anyway");
        page.locator("[data-act=back]").click();
        simulate(Scenario.EVALUATION_NULL);
        studio.open("cut-out").apply().verdict("incomplete");
        look("incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aSetIsThere(String size) {
        simulate(Scenario.STUCK);
        var studio = enter(size).sample("coffee.jpg").open("product-set").apply();
        assertThat(page.locator(".parts li")).hasCount(4);
        look("set-coming");
        page.locator("[data-act=cancel]").click();
        assertThat(page.locator("#beside-apply .notice")).isVisible();
        simulate(Scenario.NORMAL);
        studio.apply().result();
        assertThat(page.locator(".parts .mark.pass")).hasCount(4);
        look("set");
    }
}
