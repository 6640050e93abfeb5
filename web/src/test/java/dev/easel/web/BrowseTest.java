package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Fourteen cards, all in sight, which never move.
class BrowseTest extends BrowserTest {

    private Locator cards() {
        return page.locator(".card[data-workflow]");
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
    void anotherPhotoUnlocksACardAndNoneMoves() {
        var studio = enter().sample("coffee.jpg");
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
        var studio = enter().sample("coffee.jpg");
        var before = boxes();

        studio.card("restyle").locator("button").click(new Locator.ClickOptions().setForce(true));
        page.locator("#bubble").getByText("There is someone in it").click();

        assertThat(studio.card("restyle")).hasAttribute("data-kind", "ready");
        assertThat(boxes()).isEqualTo(before);
        studio.open("restyle");
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
