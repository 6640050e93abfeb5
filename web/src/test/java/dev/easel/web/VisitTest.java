package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// A whole visit without a mouse: only keys, and only what has the focus.
class VisitTest extends BrowserTest {

    @Test
    void withTheKeyboardAloneAPhotoBecomesAPictureThatIsTakenAlong() throws IOException {
        var studio = enter();
        reach("[data-act=choose]");
        page.waitForFileChooser(() -> press("Enter")).setFiles(PHOTOS.resolve("coffee.png"));
        studio.arrived("coffee.png");

        reach("[data-workflow=remove-object] button");
        press("Enter");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("h1")).hasText("Remove an object");
        studio.opened();

        paint(Map.of("x", "380", "y", "120", "width", "80", "height", "200"));
        assertThat(studio.painted()).isEqualTo(80 * 200);
        reach("[data-act=apply]");
        press("Enter");
        assertThat(page.locator("#run-title")).isFocused();
        studio.verdict("green");
        assertThat(page.locator("#run-title")).isFocused();

        reach("#badge");
        press("Enter");
        assertThat(page.locator("#drawer-title")).isFocused();
        assertThat(page.locator("#drawer .reason").first()).isVisible();
        press("Escape");
        assertThat(page.locator("#badge")).isFocused();

        reach("[data-act=download]");
        var taken = page.waitForDownload(() -> press("Enter"));
        assertThat(taken.suggestedFilename()).isEqualTo("coffee-remove-object.png");
        assertThat(Studio.picture(bytes(taken)).getWidth()).isEqualTo(600);
    }

    private void paint(Map<String, String> numbers) {
        reach("[data-form=rectangle] summary");
        press("Enter");
        for (var name : List.of("x", "y", "width", "height")) {
            reach("[data-form=rectangle] [name=" + name + "]");
            press("Control+a");
            page.keyboard().type(String.valueOf(numbers.get(name)));
        }
        reach("[data-form=rectangle] [type=submit]");
        press("Space");
    }

    /// By Tab; what has the focus can be seen to have it.
    private void reach(String selector) {
        for (int i = 0; i < 60; i++) {
            press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("s => document.activeElement.matches(s)", selector))) {
                assertThat(page.locator(":focus")).not().hasCSS("outline-style", "none");
                return;
            }
        }
        throw new AssertionError("Tab never came to " + selector);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private static byte[] bytes(Download download) throws IOException {
        return Files.readAllBytes(download.path());
    }
}
