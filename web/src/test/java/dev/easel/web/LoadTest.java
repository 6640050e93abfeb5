package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;

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
}
