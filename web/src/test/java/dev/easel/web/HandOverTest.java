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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Between the click and the answer an order may have been taken or not: it is paid once, and what comes of it
/// is not lost.
class HandOverTest extends BrowserTest {

    private static final String ORDERS = "**/v1/generations";
    private static final Pattern TAKEN = Pattern.compile("#/isolate/gen_");

    private final List<Route> held = new ArrayList<>();
    private Sent sent;

    @BeforeEach
    void photo() {
        enter().sample("coffee.jpg");
        sent = Sent.orders(page);
    }

    private Studio studio() {
        return new Studio(page);
    }

    /// The next such request does not arrive before it is let go. Without a route left, the browser would let go
    /// of it: so the others pass through this one.
    private void hold(String path) {
        page.route(
                path,
                route -> {
                    if (held.isEmpty()) {
                        held.add(route);
                    } else {
                        route.resume();
                    }
                });
    }

    private void awaitHeld() {
        page.waitForCondition(() -> !held.isEmpty());
    }

    /// The service takes the next order, and the page hears this of it instead.
    private void takeAndAnswer(FulfillOptions answer) {
        page.route(
                ORDERS,
                route -> {
                    route.fetch();
                    route.fulfill(answer);
                },
                new RouteOptions().setTimes(1));
    }

    private void assertPaidOnce() {
        assertThat(new HashSet<>(sent.keys())).hasSize(1);
        assertThat(new HashSet<>(sent.bodies())).hasSize(1);
        assertThat(new Recipes(page).runsLeft()).isEqualTo(19);
    }

    @Test
    void whoeverLeavesWhileItIsHandedOverFindsItAmongTheVersions() {
        hold(ORDERS);
        studio().open("isolate").apply();
        awaitHeld();
        assertThat(page.locator(".status")).not().containsText("You may leave");

        page.locator("[data-act=back]").click();
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
        held.getFirst().resume();

        assertThat(page.locator("[data-version='2'] [data-icon=pass]")).isVisible();
        assertPaidOnce();
    }

    /// And nothing of the first holds up the second.
    @Test
    void whoeverLeavesWhileItIsHandedOverMayOrderSomethingElse() {
        hold(ORDERS);
        studio().open("isolate").apply();
        awaitHeld();
        page.locator("[data-act=back]").click();

        studio().open("white-background").apply().verdict("green");
        held.getFirst().resume();

        assertThat(page.locator("[data-version]")).hasCount(3);
        assertThat(sent.keys()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aReloadBeforeTheAnswerHandsItOverAgainUnderTheSameKey() {
        page.route(
                ORDERS,
                route -> {
                    if (held.isEmpty()) {
                        held.add(route);
                        route.fetch();
                    } else {
                        route.resume();
                    }
                });
        studio().open("isolate").apply();
        awaitHeld();

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
        takeAndAnswer(
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
        page.route(
                ORDERS,
                route -> {
                    route.fetch();
                    route.abort("connectionreset");
                },
                new RouteOptions().setTimes(1));
        studio().open("isolate").apply();
        assertThat(studio().beside()).containsText("There was no answer");
        page.route(
                ORDERS,
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
        hold("**/v1/uploads");
        studio().apply();
        awaitHeld();

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
        held.getFirst().resume();

        assertThat(page.locator("[data-act=apply]")).isVisible();
        assertThat(studio().painted()).isEqualTo(0);
        page.evaluate("0");
        assertThat(sent.bodies()).isEmpty();
    }

    @Test
    void whoGoesOnBeforeThePictureIsAVersionKeepsAllVersions() {
        // The picture is seen, but its bytes come late.
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
        awaitHeld();

        page.locator("[data-act=go-on]").click();
        held.forEach(Route::resume);

        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
        assertThat(page.locator("[data-version]")).hasCount(2);
        assertThat(page.locator("[data-version='2']")).hasAttribute("aria-current", "true");
        assertThat(held).hasSize(1);
        assertThat(Map.of("told", page.locator(".told").count())).isEqualTo(Map.of("told", 0));
    }
}
