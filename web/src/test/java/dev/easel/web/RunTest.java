package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.RouteOptions;
import com.microsoft.playwright.Route.FulfillOptions;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// An order from the click to its end: sent once, followed, stopped, taken up again.
class RunTest extends BrowserTest {

    @Test
    void aClickIsOneOrderUnderAKeyOfItsOwnAlsoWhereItIsADouble() {
        var studio = enter().sample("coffee.jpg").open("isolate");
        var sent = Sent.orders(page);

        page.locator("[data-act=apply]").dblclick();
        studio.verdict("green");

        assertThat(sent.count()).isEqualTo(1);
        assertThat(sent.keys().getFirst()).matches("[0-9a-f-]{36}");

        page.locator("[data-act=edit-again]").click();
        page.evaluate(
                """
                () => {
                  const form = document.querySelector('form.order');
                  form.requestSubmit();
                  form.requestSubmit();
                }
                """);
        studio.verdict("green");
        assertThat(sent.keys()).hasSize(2).doesNotHaveDuplicates();
        assertThat(runsLeft()).isEqualTo(18);
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainAndNothingIsOrderedTwice() {
        expectError("ERR_CONNECTION_RESET");
        var studio = enter().sample("coffee.jpg").open("isolate");
        var sent = Sent.orders(page);
        new BrokenLine(page).resetAfterOrder();

        studio.apply();
        assertThat(new Studio(page).beside()).containsText("There was no answer");
        studio.apply().verdict("green");

        assertThat(sent.keys()).hasSize(2);
        assertThat(sent.keys().get(1)).isEqualTo(sent.keys().get(0));
        assertThat(runsLeft()).isEqualTo(19);
    }

    @Test
    void whoIsTooBusyIsAskedAgainUnderTheSameKey() {
        expectError("503");
        var studio = enter().sample("coffee.jpg").open("isolate");
        var sent = Sent.orders(page);
        page.route(
                BrokenLine.ORDERS,
                route ->
                        route.fulfill(
                                new FulfillOptions()
                                        .setStatus(503)
                                        .setHeaders(Map.of("Retry-After", "1"))),
                new RouteOptions().setTimes(1));

        studio.apply().verdict("green");

        assertThat(sent.keys()).hasSize(2);
        assertThat(sent.keys().get(1)).isEqualTo(sent.keys().get(0));
        assertThat(runsLeft()).isEqualTo(19);
    }

    @Test
    void eachStateIsToldOnceAndNoPercentages() {
        var studio = enter();
        page.evaluate(
                """
                () => {
                  const live = document.getElementById('live');
                  window.told = [];
                  new MutationObserver(() => told.push(live.textContent))
                    .observe(live, {childList: true, characterData: true, subtree: true});
                }
                """);
        simulate(Scenario.SLOW);
        studio.sample("coffee.jpg").open("white-background").apply().verdict("green");

        var told = told();
        assertThat(told)
                .doesNotHaveDuplicates()
                .containsSubsequence(
                        "coffee.jpg is on its way",
                        "coffee.jpg is ready",
                        "Sending",
                        "Working on it",
                        "Done. No quality issues");
        assertThat(told).last().isEqualTo("Done. No quality issues");
        assertThat(told).noneMatch(words -> words.contains("%"));
    }

    @SuppressWarnings("unchecked")
    private List<String> told() {
        return (List<String>) page.evaluate("() => window.told");
    }

    @Test
    void whoStopsARunIsToldWhatItStillCosts() {
        simulate(Scenario.STUCK);
        enter().sample("coffee.jpg").open("isolate").apply();
        assertThat(page.locator("[data-step=running]")).hasAttribute("data-state", "now");
        assertThat(page.locator("#cancel-cost"))
                .hasText("Stopping gives no run back. What has begun may be charged all the same.");

        page.locator("[data-act=cancel]").click();

        assertThat(new Studio(page).beside())
                .hasText("It was cancelled. Whether the work was charged is not known yet.");
        assertThat(page.locator("[data-act=apply]")).isFocused();
        assertThat(page.locator("[data-runs]")).hasAttribute("data-runs", "19");
    }

    @Test
    void untilItIsOrderedStoppingCostsNothing() {
        var studio =
                enter().sample("coffee.jpg").open("remove-object").rectangle(380, 120, 80, 200);
        var sent = Sent.orders(page);
        var held = hold("**/v1/uploads");

        studio.apply();
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(page.locator("#cancel-cost")).hasText("What is not ordered by now will not be.");
        page.locator("[data-act=cancel]").click();

        assertThat(page.locator("[data-act=apply]")).isVisible();
        assertThat(studio.painted()).isEqualTo(80 * 200);
        assertThat(sent.count()).isEqualTo(0);
    }

    @Test
    void aReloadGoesOnWithARunAndFindsItsResult() {
        simulate(Scenario.STUCK);
        enter().sample("coffee.jpg").open("isolate").apply();
        page.waitForURL(Pattern.compile("#/isolate/gen_"));
        page.reload();
        assertThat(page.locator("[data-step=running]")).hasAttribute("data-state", "now");
        page.locator("[data-act=cancel]").click();
        assertThat(new Studio(page).beside()).containsText("It was cancelled");

        simulate(Scenario.NORMAL);
        var studio = enter().open("create").prompt("A pear on blue linen");
        var sent = Sent.orders(page);
        studio.apply().verdict("green");
        page.reload();

        studio.result().verdict("green");
        assertThat(sent.count()).isEqualTo(1);
    }

    @Test
    void whoLooksAwayForLongIsNotPolledForAndSeesItAtOnceWhenTheyAreBack() {
        page.clock().install();
        simulate(Scenario.STUCK);
        enter().sample("coffee.jpg").open("isolate").apply();
        page.waitForURL(Pattern.compile("#/isolate/gen_"));
        var polls = new Sent(page, "GET", "/v1/generations/gen_\\w+");

        look(false);
        page.clock().fastForward(10_000);
        polls.await(1);
        page.clock().fastForward(301_000);
        page.clock().fastForward(60_000);
        int seen = polls.count();
        page.clock().fastForward(60_000);
        assertThat(polls.count()).isEqualTo(seen);

        look(true);
        polls.await(seen + 1);
        page.locator("[data-act=cancel]").click();
        assertThat(new Studio(page).beside()).containsText("It was cancelled");
    }

    private void look(boolean here) {
        page.evaluate(
                """
                here => {
                  Object.defineProperty(document, 'hidden', {configurable: true, get: () => !here});
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                here);
    }

    private int runsLeft() {
        return ((Number)
                        page.evaluate(
                                """
                                async () => (await (await fetch('/v1/limits')).json()).limits
                                  .find(limit => limit.name === 'runs-per-address').remaining
                                """))
                .intValue();
    }
}
