package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// One workflow is made ready; what is missing is said at once and costs no request.
class ConfigureTest extends BrowserTest {

    /// Whatever is asked for from now on, but reading.
    private List<String> orders() {
        var orders = new ArrayList<String>();
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                orders.add(request.method() + " " + request.url());
            }
        });
        return orders;
    }

    @ParameterizedTest
    @ValueSource(strings = {"the button", "Escape", "the browser"})
    void theHeadingGetsTheFocusAndTheWayBackLeadsToTheCard(String way) {
        var studio = enter().sample("coffee.jpg");
        var button = studio.card("cut-out").locator("button");
        button.press("Enter");
        studio.opened();
        assertThat(page.locator("h1")).hasText("Cut out the subject");
        assertThat(page.locator("h1")).isFocused();

        switch (way) {
            case "the button" -> page.locator("[data-act=back]").click();
            case "Escape" -> page.keyboard().press("Escape");
            default -> page.goBack();
        }

        assertThat(button).isFocused();
        page.goForward();
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("h1")).hasText("Cut out the subject");
    }

    @Test
    void nothingPaintedIsSaidBesideApplyUntilSomethingIs() {
        var studio = enter().sample("coffee.jpg").open("remove-object");
        var orders = orders();

        studio.apply();

        assertThat(studio.beside()).containsText("Nothing is painted yet");
        assertThat(page.locator("#beside-apply")).hasRole(AriaRole.ALERT);
        assertThat(page.locator(".mask-frame")).isFocused();
        assertThat(orders).isEmpty();
        var apply = page.locator("[data-act=apply]").boundingBox();
        var notice = studio.beside().boundingBox();
        assertThat(apply.y - notice.y - notice.height).isBetween(0.0, 24.0);

        // Whoever goes on by keys from there paints.
        page.keyboard().press("Enter");
        assertThat(studio.beside()).hasCount(0);
        assertThat(orders).isEmpty();
        assertThat(studio.painted()).isPositive();
    }

    @Test
    void whoAppliesFromTheCanvasIsLedOnToTheRun() {
        simulate(Scenario.SLOW);
        var studio =
                enter().sample("coffee.jpg").open("remove-object").rectangle(380, 120, 80, 200);
        studio.canvas().focus();

        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#run-title")).isFocused();
        studio.verdict("green");
    }

    @Test
    void theAlertGoesAtTheFirstTouchOfTheBrush() {
        var studio = enter().sample("coffee.jpg").open("remove-object").apply();
        assertThat(studio.beside()).isVisible();

        studio.point(200, 200);
        page.mouse().down();

        assertThat(studio.beside()).hasCount(0);
        page.mouse().up();
    }

    @Test
    void whoComesStraightToAWorkflowChoosesAPhotoThere() {
        load("/#/remove-object");
        var studio = new Studio(page).ready();

        studio.apply();
        assertThat(studio.beside()).containsText("Needs a photo");
        var choose = page.locator(".view [data-act=choose]");
        assertThat(choose).isFocused();
        page.waitForFileChooser(() -> page.keyboard().press("Enter"))
                .setFiles(PHOTOS.resolve("fig.jpg"));

        assertThat(studio.canvas()).isVisible();
        assertThat(studio.beside()).hasCount(0);
        assertThat(choose).hasCount(0);
        assertThat(studio.opened().rectangle(10, 10, 20, 20).painted()).isEqualTo(400);
    }

    @Test
    void whatStandsInTheWayIsSaidOneThingAfterTheOther() {
        var studio = enter().sample("astronaut.jpg").open("restyle");
        var orders = orders();

        studio.apply();
        assertThat(studio.beside()).containsText("A reference is missing");
        assertThat(page.locator("#reference-file")).isFocused();
        page.locator("[data-act=back]").click();
        studio.open("edit").apply();
        assertThat(studio.beside()).containsText("Say in a few words");
        assertThat(page.locator("#prompt")).isFocused();
        studio.prompt("no").apply();
        assertThat(studio.beside()).containsText("A few words more");
        page.locator("[data-act=back]").click();
        studio.open("extend").apply();
        assertThat(studio.beside()).containsText("No shape is chosen");

        assertThat(orders).isEmpty();
    }

    @Test
    void lettersInTheDescriptionAreOnlyLetters() {
        var studio = enter().sample("coffee.jpg").open("repair-area").size(40);
        var zoom = page.locator("output.zoom").textContent();
        var words = "he [be]? 10 \\ +-";

        page.locator("#prompt").pressSequentially(words);

        assertThat(page.locator("#prompt")).hasValue(words);
        assertThat(page.locator("[data-tool=brush]")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".size output")).hasText("40");
        assertThat(page.locator("output.zoom")).hasText(zoom);
        assertThat(page.locator("#help")).isHidden();
        // On the canvas they are tools.
        studio.canvas().press("e");
        assertThat(page.locator("[data-tool=eraser]")).hasAttribute("aria-pressed", "true");
        studio.canvas().press("h");
        assertThat(page.locator("[data-tool=move]")).hasAttribute("aria-pressed", "true");
    }
}
