package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;

/// A recipe that runs: in order, stopped where it should be, and each step paid once.
class RecipeRunTest extends BrowserTest {

    private Recipes with(String... workflows) {
        enter().sample("coffee.jpg");
        return new Recipes(page).write(workflows).close();
    }

    private Locator versions() {
        return page.locator(".strip [data-version]");
    }

    @Test
    void threeStepsRunInOrderAndEachTakesWhatTheOneBeforeMade() {
        var recipe = with("edit", "white-background", "isolate");
        var sent = Sent.orders(page);

        recipe.run().is("done");

        assertThat(sent.bodies()).hasSize(3);
        assertThat(sent.bodies().get(0)).contains("\"workflow\":\"edit\"", "\"upload\":\"img_");
        assertThat(sent.bodies().get(1))
                .contains("\"workflow\":\"white-background\"", "\"generation\":\"gen_");
        assertThat(sent.bodies().get(2)).contains("\"workflow\":\"isolate\"");
        for (int step = 0; step < 3; step++) {
            assertThat(recipe.step(step)).containsText("Version " + (step + 2));
            // Each of the one before: nothing branches.
            assertThat(recipe.version(step + 2)).not().containsText("from");
        }
        assertThat(recipe.version(4)).hasAttribute("aria-current", "true");
        assertThat(page.locator("#live")).hasText("Recipe 1: Done");
        recipe.course().locator("[data-act=course-close]").click();
        assertThat(recipe.course()).hasCount(0);
        assertThat(page.locator("#recipes")).isFocused();
    }

    @Test
    void redStopsItAndSomebodyMayGoOnAnyway() {
        var recipe = with("edit", "isolate");
        var sent = Sent.orders(page);
        simulateNext(Scenario.UNCHANGED);

        recipe.run().is("red");

        assertThat(recipe.step(0)).containsText("Stopped: the check found issues");
        assertThat(recipe.version(2).locator("[data-icon=fail]")).isVisible();
        assertThat(sent.count()).isEqualTo(1);
        page.locator("[data-act=course-anyway]").click();
        recipe.is("done");
        assertThat(recipe.step(1)).containsText("Version 3");
        assertThat(sent.count()).isEqualTo(2);
    }

    @Test
    void whoIsStoppedMayRetryFromThereAndKeepsWhatWasMade() {
        var recipe = with("edit", "isolate");
        simulateNext(Scenario.UNCHANGED);
        recipe.run().is("red");

        page.locator("[data-act=course-retry]").click();

        recipe.is("done");
        assertThat(recipe.version(2)).isVisible();
        assertThat(recipe.step(0)).containsText("Version 3");
        assertThat(recipe.version(3)).containsText("from 1");
    }

    @Test
    void whereRedIsNoReasonToStopItGoesOn() {
        enter().sample("coffee.jpg");
        var recipe = new Recipes(page).write("edit", "isolate");
        page.locator("#stop-on-red").uncheck();
        recipe.close();
        simulateNext(Scenario.UNCHANGED);

        recipe.run().is("done");

        assertThat(recipe.version(2).locator("[data-icon=fail]")).isVisible();
    }

    @Test
    void aStepThatFailedKeepsWhatWasMadeAndCanBeTriedAgainFromThere() {
        var recipe = with("edit", "remove-object").run().is("paused");
        simulateNext(Scenario.FAILED);
        paint();

        recipe.is("failed");
        assertThat(recipe.course().locator(".notice")).containsText("charged");
        assertThat(recipe.version(2)).isVisible();
        page.locator("[data-act=course-retry]").click();
        recipe.is("paused");
        paint();
        recipe.is("done");
        assertThat(recipe.step(1)).containsText("Version 3");
    }

    private void paint() {
        page.locator("[data-act=by-hand]").click();
        new Studio(page).opened().rectangle(100, 80, 200, 120).apply();
    }

    @Test
    void aStepThatNeedsPaintingWaitsForItAndApplyGoesOn() {
        var recipe = with("edit", "remove-object", "isolate").run().is("paused");
        assertThat(recipe.step(1)).containsText("Paint to continue");

        paint();

        recipe.is("done");
        assertThat(recipe.step(2)).containsText("Version 4");
        assertThat(recipe.version(3)).not().containsText("from");
    }

    @Test
    void aReloadBetweenTwoStepsGoesOnWithTheNext() {
        var recipe = with("edit", "white-background", "isolate");
        var sent = Sent.orders(page);
        recipe.run();
        sent.await(2);

        page.reload();

        recipe.is("done");
        // Whatever went out twice is one order.
        assertThat(new HashSet<>(sent.keys())).hasSize(3);
        assertThat(versions()).hasCount(4);
        assertThat(recipe.runsLeft()).isEqualTo(17);
    }

    /// The order was taken, and the page that asked for it went before it heard.
    @Test
    void aReloadBetweenAnOrderAndItsAnswerOrdersNothingTwice() {
        var recipe = with("edit", "isolate");
        var sent = Sent.orders(page);
        var line = new BrokenLine(page);
        line.swallowAnswer();
        recipe.run();
        line.awaitHeld();

        page.reload();

        recipe.is("done");
        assertThat(sent.keys()).hasSize(3);
        assertThat(sent.keys().get(1)).isEqualTo(sent.keys().get(0));
        assertThat(sent.bodies().get(1)).isEqualTo(sent.bodies().get(0));
        assertThat(versions()).hasCount(3);
        assertThat(recipe.runsLeft()).isEqualTo(18);
    }

    /// As it also does where a page is left: its last script may see the line break, and the work is kept as it was.
    @Test
    void aLineThatBreaksBeforeTheAnswerOrdersNothingTwice() {
        expectError("ERR_CONNECTION_RESET");
        var recipe = with("isolate");
        var sent = Sent.orders(page);
        new BrokenLine(page).resetAfterOrder();

        recipe.run().is("done");

        assertThat(sent.keys()).hasSize(2);
        assertThat(sent.keys().get(1)).isEqualTo(sent.keys().get(0));
        assertThat(recipe.runsLeft()).isEqualTo(19);
    }

    /// Without a photo and without a version there is nothing to restore but what is under way.
    @Test
    void aRecipeThatStartsFromWordsOutlivesAReload() {
        enter();
        var recipe = new Recipes(page).write("create", "isolate").close();
        var sent = Sent.orders(page);
        simulate(Scenario.SLOW);
        recipe.run();
        sent.await(1);
        page.waitForCondition(() -> recipe.work().contains("\"generation\":\"gen_"));

        page.reload();

        recipe.is("done");
        assertThat(new HashSet<>(sent.keys())).hasSize(2);
        assertThat(page.locator("[data-runs]")).hasAttribute("data-runs", "18");
    }

    @Test
    void aSecondTabLeavesItToTheFirst() {
        var recipe = with("edit", "isolate");
        var sent = Sent.orders(page);
        var first = page;
        recipe.run();
        sent.await(1);

        page = first.context().newPage();
        var others = Sent.orders(page);
        enter();

        new Recipes(first).is("done");
        assertThat(page.locator(".course")).hasCount(0);
        assertThat(List.of(sent.count(), others.count())).isEqualTo(List.of(2, 0));
    }

    @Test
    void itIsCancelledAndKeepsWhatWasMade() {
        var recipe = with("edit", "isolate").run();
        assertThat(recipe.step(0)).containsText("Version 2");

        page.locator("[data-act=course-cancel]").click();

        recipe.is("cancelled");
        assertThat(page.locator("#course")).isFocused();
        assertThat(recipe.version(2)).isVisible();
    }
}
