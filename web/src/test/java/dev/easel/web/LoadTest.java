package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Studio as it is when somebody comes in.
class LoadTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"desk, LIGHT", "desk, DARK", "phone, LIGHT", "phone, DARK"})
    void itLoadsWithoutAnErrorAndAxeFindsNothing(String where, ColorScheme scheme) {
        var options = where.equals("phone") ? phone() : desktop();
        visit(options.setColorScheme(scheme));
        load();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(page.locator("h1")).isVisible();
        assertAccessible();
    }

    /// What counts the runs answers late; nobody has to wait for it, and nobody is disturbed when it does.
    @Test
    void whoGoesInEarlyIsLeftAlone() {
        var held = hold("**/v1/limits");
        load();
        new Studio(page).open("create");
        page.locator("#prompt").pressSequentially("A pear on blue linen");

        held.forEach(Route::resume);
        new Studio(page).ready();

        assertThat(page.locator("#prompt")).isFocused();
        assertThat(page.locator("#prompt")).hasValue("A pear on blue linen");
    }

    @Test
    void withoutItsBrushThePageSaysSoAndDoesTheRest() {
        expectError("editor.js|ERR_FAILED");
        page.route("**/studio/mask/editor.js", Route::abort);

        var studio = enter();
        assertThat(page.locator(".told")).containsText("The brush did not load");

        studio.sample("coffee.jpg").open("isolate").apply().verdict("green");
    }

    /// On a bad line the list is there before what one works with.
    @Test
    void whoGoesInBeforeTheFormHasComeFindsItWhenItDoes() {
        var held = hold("**/studio/view/bench.js");
        load();
        new Studio(page).open("create");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("form.order")).hasCount(0);

        held.forEach(Route::resume);

        new Studio(page).ready();
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("form.order #prompt")).isVisible();
    }

    @Test
    void withoutItsFormThePageSaysSo() {
        expectError("bench.js|ERR_FAILED");
        page.route("**/studio/view/bench.js", Route::abort);

        enter();

        assertThat(page.locator(".told")).containsText("The form did not load");
    }
}
