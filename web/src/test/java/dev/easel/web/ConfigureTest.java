package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import dev.easel.routing.TierTable;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One workflow is made ready; what is missing is said at once and costs no request.
class ConfigureTest extends BrowserTest {

    private Locator beside() {
        return page.locator("#beside-apply .notice");
    }

    private Locator bubble() {
        return page.locator("#bubble:popover-open p");
    }

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

    private void tier(String tier) {
        page.locator("[data-field=tier] label:has([value='" + tier + "'])").click();
        assertThat(page.locator(".stage .chip")).hasAttribute("data-tier", tier);
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

        assertThat(beside()).containsText("Nothing is painted yet");
        assertThat(page.locator("#beside-apply")).hasRole(AriaRole.ALERT);
        assertThat(page.locator(".mask-frame")).isFocused();
        assertThat(orders).isEmpty();
        var apply = page.locator("[data-act=apply]").boundingBox();
        var notice = beside().boundingBox();
        assertThat(apply.y - notice.y - notice.height).isBetween(0.0, 24.0);

        // Whoever goes on by keys from there paints.
        page.keyboard().press("Enter");
        assertThat(beside()).hasCount(0);
        assertThat(orders).isEmpty();
        assertThat(studio.painted()).isPositive();
    }

    @Test
    void theAlertGoesAtTheFirstTouchOfTheBrush() {
        var studio = enter().sample("coffee.jpg").open("remove-object").apply();
        assertThat(beside()).isVisible();

        studio.point(200, 200);
        page.mouse().down();

        assertThat(beside()).hasCount(0);
        page.mouse().up();
    }

    @Test
    void whatStandsInTheWayIsSaidOneThingAfterTheOther() {
        var studio = enter().sample("astronaut.jpg").open("restyle");
        var orders = orders();

        studio.apply();
        assertThat(beside()).containsText("A reference is missing");
        assertThat(page.locator("#reference-file")).isFocused();
        page.locator("[data-act=back]").click();
        studio.open("edit").apply();
        assertThat(beside()).containsText("Say in a few words");
        assertThat(page.locator("#prompt")).isFocused();
        studio.prompt("no").apply();
        assertThat(beside()).containsText("A few words more");
        page.locator("[data-act=back]").click();
        studio.open("extend").apply();
        assertThat(beside()).containsText("No shape is chosen");

        assertThat(orders).isEmpty();
    }

    @Test
    void theChipIsOfOneSizeForEveryTierAndShape() {
        enter().sample("coffee.jpg").open("new-scene");
        var shapes = page.locator("[data-field=shape] label");
        var chips = new HashSet<String>();
        var stages = new HashSet<String>();

        for (var tier : List.of("1K", "2K", "4K")) {
            tier(tier);
            for (int i = 0; i < shapes.count(); i++) {
                shapes.nth(i).click();
                chips.add(box(".stage .chip"));
                stages.add(box(".stage .view"));
            }
        }

        assertThat(shapes.count()).isEqualTo(11);
        assertThat(chips).hasSize(1);
        assertThat(stages).hasSize(1);
    }

    private String box(String selector) {
        var box = page.locator(selector).boundingBox();
        return box.x + " " + box.y + " " + box.width + " " + box.height;
    }

    @Test
    void theRealSizeIsReachedByMouseAndByFocus() {
        enter().sample("coffee.jpg").open("new-scene");
        tier("2K");
        page.locator(".stage .chip").hover();
        assertThat(bubble()).hasText("2K: about 2048 × 1365 pixels");
        page.mouse().move(5, 5);
        assertThat(bubble()).hasCount(0);

        page.locator("[data-field=shape] label:has([value='9:16'])").click();
        page.locator("[data-act=back]").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".stage .chip")).isFocused();
        assertThat(bubble()).hasText("2K: about 1152 × 2048 pixels");
        assertThat(page.locator(".stage .chip"))
                .hasAccessibleDescription("2K: about 1152 × 2048 pixels");
    }

    @Test
    void theRealSizeIsReachedByATap() {
        visit(phone());
        enter().sample("coffee.jpg").open("new-scene");

        page.locator(".stage .chip").tap();

        assertThat(bubble()).hasText("1K: about 1024 × 683 pixels");
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

    @Test
    void aTierThatIsNotOfferedCanBeReadAndNotChosen() {
        enter().sample("coffee.jpg").open("cut-out");

        page.locator("[data-field=tier] label:has([value='4K'])")
                .click(new Locator.ClickOptions().setForce(true));

        assertThat(bubble()).hasText("4K is not offered for this.");
        assertThat(page.locator(".stage .chip")).hasAttribute("data-tier", "1K");
        assertThat(page.locator("[name=tier][value='1K']")).isChecked();
    }

    /// Whoever runs the Studio reads the model in the console; whoever uses it does not.
    @Test
    void aModelThatIsNotAllowedIsSaidAtTheClickAndNamedInTheConsoleOnly() {
        var model =
                TierTable.STANDARD
                        .route("new-scene", Tier.TWO_K)
                        .orElseThrow()
                        .candidates()
                        .stream()
                        .findFirst()
                        .orElseThrow()
                        .model();
        page.route("**/v1/catalog", route -> disallow(route, "new-scene", "2K", model));
        expectError("console: " + Pattern.quote(model));
        var studio = enter().sample("coffee.jpg").open("new-scene").prompt("On a windowsill");
        var orders = orders();
        tier("2K");
        assertThat(beside()).hasCount(0);

        studio.apply();

        assertThat(beside()).containsText("New scene is not possible at 2K right now");
        assertThat(orders).isEmpty();
        assertThat(page.content().toLowerCase(Locale.ROOT)).doesNotContainPattern(Names.FORBIDDEN);
        tier("1K");
        assertThat(beside()).hasCount(0);
        studio.apply().result();
    }

    private static void disallow(Route route, String workflow, String tier, String model) {
        var answer = route.fetch();
        var catalogue = JsonParser.parseString(answer.text()).getAsJsonObject();
        var offer =
                find(
                        find(catalogue.getAsJsonArray("workflows"), "id", workflow)
                                .getAsJsonArray("tiers"),
                        "tier",
                        tier);
        var why = new JsonObject();
        why.addProperty("code", "model-not-allowed");
        why.addProperty("detail", "This is not allowed in this deployment.");
        why.addProperty("model", model);
        offer.addProperty("dispatchable", false);
        offer.add("why", why);
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(catalogue.toString()));
    }

    private static JsonObject find(JsonArray all, String name, String value) {
        for (var one : all) {
            if (one.getAsJsonObject().get(name).getAsString().equals(value)) {
                return one.getAsJsonObject();
            }
        }
        throw new AssertionError("No " + name + " is " + value);
    }

    @Test
    void whatTheCatalogueDoesNotHoldIsNotOffered() {
        var orders = orders();
        load("/#/never-was");
        var studio = new Studio(page).ready();

        assertThat(page.locator("h1")).hasText("This is not offered here");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-act=apply]")).hasCount(0);
        page.locator("[data-act=back]").click();

        assertThat(studio.card("create")).isVisible();
        assertThat(orders).isEmpty();
    }
}
