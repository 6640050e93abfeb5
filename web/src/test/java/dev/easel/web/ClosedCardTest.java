package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// A card that cannot be used says why, however one asks, and does nothing.
class ClosedCardTest extends BrowserTest {

    private static final String NOBODY = "Nobody was found in this photo";

    private final List<Request> requests = new ArrayList<>();

    private Locator bubble() {
        return page.locator("#bubble:popover-open");
    }

    private Locator button(String workflow) {
        return page.locator(".card[data-workflow='" + workflow + "'] > button");
    }

    /// With a photo that nobody is in: one card is closed by it.
    private Studio withoutAPerson() {
        var studio = enter().sample("coffee.jpg");
        page.onRequest(requests::add);
        return studio;
    }

    /// Nothing was opened, and nothing asked for.
    private void assertStays() {
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
        assertThat(page.url()).doesNotContain("#");
        assertThat(requests).isEmpty();
    }

    @Test
    void aMouseOverAClosedCardSeesWhyAndMayGoThere() {
        page.clock().install();
        withoutAPerson();
        assertThat(button("restyle").locator(".says")).hasText("Needs a person in the photo");

        button("restyle").hover(new Locator.HoverOptions().setForce(true));
        assertThat(bubble()).containsText(NOBODY);
        bubble().hover();
        page.clock().fastForward(2000);
        assertThat(bubble()).isVisible();

        page.mouse().move(5, 5);
        assertThat(bubble()).hasCount(0);
        assertStays();
    }

    @Test
    void tabReachesAClosedCardAndEscapeClosesWhatItSaysButKeepsTheFocus() {
        withoutAPerson();

        page.locator("[data-act=choose]").focus();
        for (int i = 0; i < 20 && !isFocused(button("restyle")); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(button("restyle")).isFocused();
        assertThat(bubble()).containsText(NOBODY);
        page.keyboard().press("Escape");

        assertThat(bubble()).hasCount(0);
        assertThat(button("restyle")).isFocused();
        assertStays();
    }

    private static boolean isFocused(Locator locator) {
        return (boolean) locator.evaluate("one => one === document.activeElement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enter", "Space", "click"})
    void aClosedCardExplainsItselfAndDoesNothing(String how) {
        withoutAPerson();

        if (how.equals("click")) {
            button("restyle").click(new Locator.ClickOptions().setForce(true));
            page.mouse().move(5, 5);
        } else {
            button("restyle").focus();
            page.keyboard().press("Escape");
            page.keyboard().press(how);
        }

        assertThat(bubble()).containsText(NOBODY);
        assertStays();
    }

    @Test
    void aTapExplainsAndAnotherElsewhereTakesItAway() {
        visit(phone());
        withoutAPerson();
        button("restyle").scrollIntoViewIfNeeded();
        var box = button("restyle").boundingBox();

        page.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
        assertThat(bubble()).containsText(NOBODY);
        assertStays();
        page.locator(".shelf h2").last().tap();

        assertThat(bubble()).hasCount(0);
    }

    /// As the browser tells it to a screen reader.
    @Test
    void aClosedCardHasItsNameItsReasonAndTheFocusButCannotBeUsed() {
        withoutAPerson();

        var restyle = node("Restyle with a reference Needs a person in the photo");

        assertThat(restyle.getAsJsonObject("role").get("value").getAsString()).isEqualTo("button");
        assertThat(restyle.getAsJsonObject("description").get("value").getAsString())
                .startsWith(NOBODY);
        assertThat(property(restyle, "disabled")).isTrue();
        assertThat(property(restyle, "focusable")).isTrue();
        assertThat(
                        property(
                                node(
                                        "Cut out the subject The subject alone, on a transparent"
                                                + " ground."),
                                "disabled"))
                .isFalse();
    }

    private JsonObject node(String name) {
        var tree = page.context().newCDPSession(page).send("Accessibility.getFullAXTree");
        for (var node : tree.getAsJsonArray("nodes")) {
            var named = node.getAsJsonObject().getAsJsonObject("name");
            var role = node.getAsJsonObject().getAsJsonObject("role");
            if (named != null
                    && named.get("value").getAsString().equals(name)
                    && role.get("value").getAsString().equals("button")) {
                return node.getAsJsonObject();
            }
        }
        throw new AssertionError("No button is called " + name + ": " + tree);
    }

    private static boolean property(JsonObject node, String name) {
        for (var property : node.getAsJsonArray("properties")) {
            if (property.getAsJsonObject().get("name").getAsString().equals(name)) {
                return property.getAsJsonObject()
                        .getAsJsonObject("value")
                        .get("value")
                        .getAsBoolean();
            }
        }
        return false;
    }

    @Test
    void whatIsComingSoonSaysWhatToDoUntilThen() {
        withoutAPerson();

        assertThat(button("remove-tag")).containsText("Coming soon");
        assertThat(button("remove-tag"))
                .hasAccessibleDescription(
                        "Finding a price tag by itself is not tried enough yet. Until then, paint"
                                + " over it with Remove an object.");
        button("remove-tag").click(new Locator.ClickOptions().setForce(true));
        assertThat(bubble()).containsText("Until then, paint over it");
        assertThat(bubble().getByRole(AriaRole.BUTTON)).hasCount(0);
        assertStays();
    }

    @Test
    void withoutAPhotoACardLeadsToOne() {
        var studio = enter();
        assertThat(studio.card("create")).hasAttribute("data-kind", "ready");

        button("cut-out").click(new Locator.ClickOptions().setForce(true));
        page.waitForFileChooser(() -> bubble().getByText("Choose a photo").click())
                .setFiles(PHOTOS.resolve("fig.jpg"));

        studio.arrived("fig.jpg").open("cut-out");
    }
}
