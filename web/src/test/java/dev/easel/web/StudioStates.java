package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;

import java.util.Locale;
import java.util.regex.MatchResult;

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
        show(state, ColorScheme.DARK);
        assertLegible();
        show(state, ColorScheme.LIGHT);
        assertAccessible();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .as("wider than the screen, in state " + state)
                .isEqualTo(0);
        assertThat(Names.FORBIDDEN.matcher(everything()).results().map(MatchResult::group))
                .as(state)
                .isEmpty();
    }

    private void show(String state, ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        screenshot("studio-%s-%s-%s".formatted(state, size, scheme).toLowerCase(Locale.ROOT));
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
