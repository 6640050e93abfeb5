package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// Fourteen cards, all in sight, which never move. What cannot be used says why, however one asks.
class BrowseTest extends BrowserTest {

    private static final String NOBODY = "Nobody was found in this photo";

    private final List<Request> requests = new ArrayList<>();

    private Locator cards() {
        return page.locator(".card[data-workflow]");
    }

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
    void atADeskAllFourteenCardsAreInSightAndOfOneHeight() {
        var studio = enter();
        assertThat(cards()).hasCount(14);
        assertAllInSight();

        studio.sample("coffee.jpg");
        assertAllInSight();
    }

    /// Left, top, width and height of every card.
    @SuppressWarnings("unchecked")
    private List<List<Number>> boxes() {
        return (List<List<Number>>)
                cards().evaluateAll(
                                """
                                cards => cards.map(card => card.getBoundingClientRect())
                                  .map(({x, y, width, height}) => [x, y, width, height])
                                """);
    }

    private void assertOneHeight() {
        assertThat(boxes().stream().map(box -> box.get(3)).distinct()).hasSize(1);
    }

    private void assertAllInSight() {
        assertThat(boxes())
                .allMatch(box -> box.get(1).doubleValue() + box.get(3).doubleValue() < 900);
        assertOneHeight();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void aPhoneShowsThemAllInOneHeightWithoutScrollingSideways(int width) {
        visit(phone().setViewportSize(width, 844));
        enter();

        assertThat(cards()).hasCount(14);
        assertOneHeight();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
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
    void anotherPhotoUnlocksACardAndNoneMoves() {
        var studio = withoutAPerson();
        var before = boxes();
        var order = cards().evaluateAll("cards => cards.map(card => card.dataset.workflow)");
        assertThat(studio.card("restyle")).hasAttribute("data-kind", "off");

        studio.choose(PHOTOS.resolve("astronaut.png"));

        assertThat(studio.card("restyle")).hasAttribute("data-kind", "ready");
        assertThat(boxes()).isEqualTo(before);
        assertThat(cards().evaluateAll("cards => cards.map(card => card.dataset.workflow)"))
                .isEqualTo(order);
    }

    @Test
    void whoeverKnowsThatThereIsSomeoneUnlocksItToo() {
        var studio = withoutAPerson();
        var before = boxes();

        button("restyle").click(new Locator.ClickOptions().setForce(true));
        bubble().getByText("There is someone in it").click();

        assertThat(studio.card("restyle")).hasAttribute("data-kind", "ready");
        assertThat(boxes()).isEqualTo(before);
        studio.open("restyle");
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

    @Test
    void aListThatDidNotLoadIsAskedForAgain() {
        expectError("Failed to load resource");
        page.route("**/v1/catalog", Route::abort);
        enter();
        assertThat(page.locator(".shelf [role=alert]")).containsText("did not load");
        assertThat(cards()).hasCount(0);
        assertAccessible();

        page.unroute("**/v1/catalog");
        page.locator(".shelf [role=alert] button").click();

        assertThat(cards()).hasCount(14);
        assertThat(page.locator(".shelf [role=alert]")).hasCount(0);
    }
}
