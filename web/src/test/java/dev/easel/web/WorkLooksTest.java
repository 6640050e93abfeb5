package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Pattern;

/// Versions, recipes, and what is told of the work, for everybody.
class WorkLooksTest extends StudioStates {

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aRecipeIsWrittenStoppedPausedAndGivenUp(String size) {
        enter(size).sample("coffee.jpg");
        var recipe = new Recipes(page).write();
        look("recipe-new");
        for (var step : List.of("edit", "remove-object", "extend", "isolate", "upscale")) {
            recipe.add(step);
        }
        recipe.add("cut-out");
        look("recipe-sheet");
        recipe.close();

        simulateNext(Scenario.UNCHANGED);
        recipe.run();
        look("recipe-going");
        recipe.is("red");
        look("recipe-stopped");
        page.locator("[data-act=course-anyway]").click();
        recipe.is("paused");
        look("recipe-paused");
        page.locator("[data-act=course-cancel]").click();
        recipe.is("cancelled");
        look("recipe-cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aRecipeComesToItsEndGoodOrBad(String size) {
        enter(size).sample("coffee.jpg");
        var recipe = new Recipes(page).write("isolate").close();
        simulateNext(Scenario.MODERATED);
        recipe.run().is("failed");
        look("recipe-failed");
        page.locator("[data-act=course-retry]").click();
        recipe.is("done");
        look("recipe-done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void versionsComeWhereNothingMovesAndAreCompared(String size) {
        enter(size).sample("coffee.jpg").open("product-set").apply();
        page.waitForURL(Pattern.compile("#/product-set/gen_"));
        back();
        var before = boxes();
        assertThat(page.locator(".strip [data-version]")).hasCount(5);
        assertThat(boxes()).isEqualTo(before);
        look("versions");

        page.locator("[data-act=compare]").click();
        assertThat(page.locator(".compare figure").first()).isVisible();
        look("versions-compared");
        page.locator("[data-compare=beside]").click();
        look("versions-beside");
    }

    private List<Object> boxes() {
        return List.of(".photo", ".strip", ".shelf").stream()
                .map(part ->
                        page.locator(part)
                                .evaluate("part => JSON.stringify(part.getBoundingClientRect())"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void anAddressNamesWhatIsNotHere(String size) {
        come(size);
        load("/#/nothing");
        new Studio(page).ready();
        assertThat(page.locator("h1")).hasText("This is not offered here");
        look("not-offered");
        page.locator("[data-act=back]").click();

        var studio = new Studio(page).open("create");
        studio.prompt("A pear on blue linen").apply().result();
        back();
        studio.open("create");
        page.locator(".earlier summary").click();
        look("earlier-words");
        back();
        page.evaluate("() => history.replaceState(null, '', '#/edit')");
        page.reload();
        studio.ready();
        look("no-photo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void whatWasKeptIsRestoredHereAndNotInAnotherTab(String size) {
        var studio = enter(size).sample("coffee.jpg").open("repair-area");
        page.locator("#reference-file")
                .setInputFiles(new FilePayload("notes.txt", "text/plain", new byte[] {1}));
        assertThat(page.locator(".references [data-state=failed]")).hasCount(1);
        look("reference-refused");
        page.waitForCondition(() -> new Recipes(page).work().contains("coffee.jpg"));
        page.reload();
        studio.ready();
        look("restored");

        var first = page;
        page = first.context().newPage();
        load();
        new Studio(page).ready();
        assertThat(page.locator(".told")).containsText("open in another tab");
        look("another-tab");
    }

    private void back() {
        page.locator("[data-act=back]").click();
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
    }
}
