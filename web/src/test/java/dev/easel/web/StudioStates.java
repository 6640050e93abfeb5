package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;

import java.util.List;
import java.util.Locale;

/// Looks at the Studio in one state after another, by day and by night.
abstract class StudioStates extends BrowserTest {

    private String size = "desk";

    /// Somebody at a desk, or with a phone.
    Studio enter(String size) {
        come(size);
        return enter();
    }

    /// The same, before they are there.
    void come(String size) {
        this.size = size;
        visit(size.equals("phone") ? phone() : desktop());
    }

    /// In both themes axe finds nothing, nothing is wider than the screen, and no name is told that nobody may
    /// read, be it in an attribute.
    void look(String state) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            assertAccessible();
            screenshot(
                    String.join(
                            "-", "studio", state, size, scheme.name().toLowerCase(Locale.ROOT)));
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .as("wider than the screen, in state " + state)
                .isEqualTo(0);
        assertThat(everything()).as(state).doesNotContainPattern(Names.FORBIDDEN);
    }

    /// Every word and every attribute, what is hidden and what was typed with it.
    String everything() {
        return ((String)
                        page.evaluate(
                                """
                                () => [document.title, document.documentElement.outerHTML,
                                  ...[...document.querySelectorAll('input, textarea')].map(each => each.value)].join(' ')
                                """))
                .toLowerCase(Locale.ROOT);
    }
}
