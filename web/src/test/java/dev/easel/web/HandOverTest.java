package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.RouteOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;

/// Between the click and the answer an order may have been taken or not: it is paid once, and what comes of it
/// is not lost.
class HandOverTest extends BrowserTest {

    private static final Pattern TAKEN = Pattern.compile("#/isolate/gen_");

    private BrokenLine line;
    private Sent sent;

    @BeforeEach
    void photo() {
        enter().sample("coffee.jpg");
        sent = Sent.orders(page);
        line = new BrokenLine(page);
    }

    private Studio studio() {
        return new Studio(page);
    }

    private void assertPaidOnce() {
        assertThat(new HashSet<>(sent.keys())).hasSize(1);
        assertThat(new HashSet<>(sent.bodies())).hasSize(1);
        assertThat(new Recipes(page).runsLeft()).isEqualTo(19);
    }

    @Test
    void whoeverLeavesWhileItIsHandedOverFindsItAmongTheVersions() {
        line.hold(BrokenLine.ORDERS);
        studio().open("isolate").apply();
        line.awaitHeld();
        assertThat(page.locator(".status")).not().containsText("You may leave");

        page.locator("[data-act=back]").click();
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
        line.letGo();

        assertThat(page.locator("[data-version='2'] [data-icon=pass]")).isVisible();
        assertPaidOnce();
    }

    /// And nothing of the first holds up the second.
    @Test
    void whoeverLeavesWhileItIsHandedOverMayOrderSomethingElse() {
        line.hold(BrokenLine.ORDERS);
        studio().open("isolate").apply();
        line.awaitHeld();
        page.locator("[data-act=back]").click();

        studio().open("white-background").apply().verdict("green");
        line.letGo();

        assertThat(page.locator("[data-version]")).hasCount(3);
        assertThat(sent.keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aReloadBeforeTheAnswerHandsItOverAgainUnderTheSameKey() {
        line.swallowAnswer();
        studio().open("isolate").apply();
        line.awaitHeld();

        page.reload();

        studio().ready().verdict("green");
        assertThat(page.url()).containsPattern(TAKEN);
        assertThat(sent.keys()).hasSize(2);
        assertThat(page.locator("[data-version]")).hasCount(2);
        assertPaidOnce();
        // That was it: nothing is handed over a third time.
        page.reload();
        studio().ready().verdict("green");
        assertThat(sent.keys()).hasSize(2);
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        line.answerInstead(
                new FulfillOptions()
                        .setStatus(202)
                        .setContentType("application/json")
                        .setBody("{\"id\": \"gen_"));
        studio().open("isolate").apply();
        assertThat(studio().beside()).containsText("There was no answer");

        studio().apply().verdict("green");

        assertThat(sent.keys()).hasSize(2);
        assertPaidOnce();
    }

    /// Too many at once says nothing of the one before, whose answer was lost.
    @Test
    void whoIsTurnedAwayInBetweenStillKnowsTheOrderBefore() {
        expectError("ERR_CONNECTION_RESET|429");
        line.resetAfterOrder();
        studio().open("isolate").apply();
        assertThat(studio().beside()).containsText("There was no answer");
        page.route(
                BrokenLine.ORDERS,
                route -> route.fulfill(new FulfillOptions().setStatus(429)),
                new RouteOptions().setTimes(1));
        studio().apply();
        assertThat(studio().beside()).containsText("Too many requests at once");

        studio().apply().verdict("green");

        assertThat(sent.keys()).hasSize(3);
        assertPaidOnce();
    }

    @Test
    void aRunThatCannotBeReadIsLookedForAgainAndNotOrderedAgain() {
        expectError("ERR_FAILED");
        studio().open("isolate").apply().verdict("green");
        page.route("**/v1/generations/gen_*", Route::abort);
        page.clock().install();
        page.reload();
        studio().ready();
        for (int i = 0; i < 5; i++) {
            page.clock().runFor(6000);
        }
        assertThat(studio().beside()).containsText("There was no answer");
        assertThat(page.locator("[data-act=apply]")).hasText("Apply");

        page.unroute("**/v1/generations/gen_*");
        studio().beside().locator("[data-act=again]").click();

        studio().verdict("green");
        assertThat(sent.count()).isEqualTo(1);
    }

    /// It came so late that another photo is there: what was painted on the first is not sent for it.
    @Test
    void aPhotoThatComesWhileAMaskGoesUpOrdersNothing() {
        studio().open("remove-object").rectangle(380, 120, 80, 200);
        line.hold("**/v1/uploads");
        studio().apply();
        line.awaitHeld();

        page.evaluate(
                """
                async () => {
                  const main = document.querySelector('script[type=module]').src;
                  const {chooseSample, SAMPLES} = await import(new URL('photo.js', main));
                  await chooseSample(SAMPLES[2].src, 'dandelion.jpg');
                }
                """);
        page.waitForFunction(
                "() => document.querySelector('#live').textContent.startsWith('dandelion.jpg is"
                        + " ready')");
        line.letGo();

        assertThat(page.locator("[data-act=apply]")).isVisible();
        assertThat(studio().painted()).isEqualTo(0);
        // What goes out meanwhile would be an order by the time that another is done.
        page.locator("[data-act=back]").click();
        studio().open("isolate").apply().verdict("green");
        assertThat(sent.bodies()).singleElement().asString().contains("isolate");
    }

    @Test
    void whoGoesOnBeforeThePictureIsAVersionKeepsAllVersions() {
        // The picture is seen, but its bytes come late.
        var held = new ArrayList<Route>();
        page.route(
                url -> url.contains("/outputs/"),
                route -> {
                    if (route.request().resourceType().equals("fetch")) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });
        studio().open("isolate").apply().result();
        page.waitForCondition(() -> !held.isEmpty());

        page.locator("[data-act=go-on]").click();
        held.forEach(Route::resume);

        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
        assertThat(page.locator("[data-version]")).hasCount(2);
        assertThat(page.locator("[data-version='2']")).hasAttribute("aria-current", "true");
        assertThat(held).hasSize(1);
        assertThat(page.locator(".told")).hasCount(0);
    }
}
