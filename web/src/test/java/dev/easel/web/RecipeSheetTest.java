package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;

/// A recipe as it is written: what can be in it, in which order, and for whom.
class RecipeSheetTest extends BrowserTest {

    private Recipes recipes() {
        return new Recipes(page);
    }

    private Locator refusal() {
        return page.locator("#beside-step");
    }

    @Test
    void whatIsNotOfferedIsRefusedWithItsReason() {
        enter().sample("coffee.jpg");
        var sheet = recipes().write("remove-tag");

        assertThat(refusal()).containsText("Remove the price tag");
        assertThat(refusal()).containsText("not tried enough yet");
        assertThat(refusal()).isFocused();
        assertThat(sheet.rows()).hasCount(0);
        sheet.add("restyle");
        assertThat(refusal()).containsText("Nobody was found in this photo");
        assertThat(sheet.rows()).hasCount(0);
        // What is tried next is another matter.
        sheet.add("edit");
        assertThat(refusal()).isEmpty();
        assertThat(sheet.rows()).hasCount(1);
    }

    @Test
    void whatCannotFollowWhatIsThereIsRefusedWithItsReason() {
        enter().sample("coffee.jpg");
        var sheet = recipes().write("edit", "create");
        assertThat(refusal()).containsText("it can only come first");
        sheet.add("product-set").add("upscale");
        assertThat(refusal()).containsText("nothing can follow it");
        assertThat(sheet.rows()).hasCount(2);

        // Nor does it get there by being moved.
        sheet.rows().nth(1).locator("[data-act=up]").click();
        assertThat(refusal()).containsText("nothing can follow it");
        assertThat(sheet.rows().first()).containsText("Edit with words");
    }

    @Test
    void thereAreFiveStepsAtMost() {
        enter();
        var sheet = recipes().write("edit", "cut-out", "isolate", "upscale", "new-scene");
        assertThat(sheet.rows()).hasCount(5);

        sheet.add("extend");

        assertThat(refusal()).containsText("at most 5 steps");
        assertThat(sheet.rows()).hasCount(5);
    }

    @Test
    void stepsAreReorderedByKeysAndTheFocusStaysWithTheStep() {
        enter();
        var sheet = recipes().write("edit", "cut-out", "isolate");
        sheet.rows().nth(2).locator("[data-act=up]").focus();

        page.keyboard().press("Enter");
        assertThat(focused()).hasAttribute("aria-label", "Move Isolate the product up");
        page.keyboard().press("Enter");

        assertThat(sheet.rows().locator("strong"))
                .hasText(
                        new String[] {
                            "1. Isolate the product", "2. Edit with words", "3. Cut out the subject"
                        });
        assertThat(focused()).hasAttribute("aria-label", "Move Isolate the product up");
        assertThat(page.locator("#recipe [role=status]"))
                .hasText("Isolate the product is step 1 of 3");
        // It is at the top: nothing happens, and the focus has not gone.
        page.keyboard().press("Enter");
        assertThat(focused()).hasAttribute("aria-label", "Move Isolate the product up");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(focused()).hasAttribute("aria-label", "Move Isolate the product down");
        assertThat(sheet.rows().nth(1)).containsText("Isolate the product");
        // The words went with their step.
        assertThat(sheet.rows().first().locator("[data-field=prompt]"))
                .hasValue("Make it late autumn");
    }

    /// An option that somebody has picked is set by hand from then on; a step that moves takes its own along.
    @Test
    void aStepThatMovesShowsTheResolutionThatIsOrdered() {
        enter();
        var sheet = recipes().write("edit", "white-background");
        var first = sheet.rows().nth(0).locator("[data-field=tier]");
        first.selectOption("2K");
        first.selectOption("1K");
        sheet.rows().nth(1).locator("[data-field=tier]").selectOption("2K");

        sheet.rows().nth(1).locator("[data-act=up]").click();

        assertThat(sheet.rows().nth(0)).containsText("White background");
        assertThat(sheet.rows().nth(0).locator("[data-field=tier]")).hasValue("2K");
        assertThat(sheet.rows().nth(1).locator("[data-field=tier]")).hasValue("1K");
    }

    private Locator focused() {
        return page.locator(":focus");
    }

    @Test
    void aRecipeIsWrittenKeptAndRunByKeysAlone() {
        enter().sample("coffee.jpg");
        page.locator("[data-act=new-recipe]").focus();
        page.keyboard().press("Enter");
        page.locator("#step").focus();
        page.keyboard().type("Isolate");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#step")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-act=new-recipe]")).isFocused();

        page.locator("[data-act=run-recipe]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#course")).isFocused();
        recipes().is("done");
    }

    @Test
    void itIsKeptOverAReloadRenamedAndDeletedWithAWayBack() {
        enter();
        recipes().write("edit", "isolate");
        page.locator("#recipe-name").fill("Autumn");
        page.locator("#stop-on-red").uncheck();
        recipes().close();

        page.waitForCondition(() -> recipes().work().contains("Autumn"));
        enter();

        page.getByLabel("Edit Autumn").click();
        assertThat(recipes().rows()).hasCount(2);
        assertThat(page.locator("[data-row='0'] [data-field=prompt]"))
                .hasValue("Make it late autumn");
        assertThat(page.locator("#stop-on-red")).not().isChecked();
        page.locator("[data-act=delete-recipe]").click();
        assertThat(page.locator(".recipes li")).hasCount(0);
        assertThat(page.locator("[data-act=undo]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".recipes li")).hasCount(1);
    }

    @Test
    void whatCannotRunNowSaysWhy() {
        enter();
        recipes().write("edit").close();
        var run = page.locator("[data-act=run-recipe]");
        assertThat(run).hasAttribute("aria-disabled", "true");

        run.focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#bubble")).containsText("This works on a photo");
        assertThat(recipes().course()).hasCount(0);
    }
}
