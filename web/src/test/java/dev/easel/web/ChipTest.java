package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// How large the picture will be is said in a chip that is always of one size.
class ChipTest extends BrowserTest {

    private Locator bubble() {
        return page.locator("#bubble:popover-open p");
    }

    private Locator chip() {
        return page.locator(".stage .chip");
    }

    @Test
    void theChipIsOfOneSizeForEveryTierAndShape() {
        var studio = enter().sample("coffee.jpg").open("new-scene");
        var shapes = page.locator("[data-field=shape] label");
        var chips = new HashSet<String>();
        var stages = new HashSet<String>();

        for (var tier : List.of("1K", "2K", "4K")) {
            studio.tier(tier);
            assertThat(chip()).hasText(tier);
            assertThat(chip().evaluate("chip => chip.scrollWidth > chip.clientWidth"))
                    .isEqualTo(false);
            for (int i = 0; i < shapes.count(); i++) {
                shapes.nth(i).click();
                chips.add(box(".stage .chip"));
                stages.add(box(".stage .view"));
            }
        }

        assertThat(shapes.count()).isEqualTo(11);

        // And where the picture is there, with its true size.
        studio.tier("1K").prompt("On a windowsill").apply().result();
        assertThat(chip()).hasAttribute("data-why", Pattern.compile("1K: \\d+ × \\d+ pixels"));
        chips.add(box(".stage .chip"));
        stages.add(box(".stage .view"));
        // Its own size, not that of three labels which happen to be as wide.
        assertThat(chip().boundingBox().width).isEqualTo(52);
        assertThat(chips).hasSize(1);
        assertThat(stages).hasSize(1);
    }

    private String box(String selector) {
        var box = page.locator(selector).boundingBox();
        return box.x + " " + box.y + " " + box.width + " " + box.height;
    }

    @Test
    void theRealSizeIsReachedByMouseAndByFocus() {
        var studio = enter().sample("coffee.jpg").open("new-scene");
        studio.tier("2K");
        chip().hover();
        assertThat(bubble()).hasText("2K: about 2048 × 1365 pixels");
        page.mouse().move(5, 5);
        assertThat(bubble()).hasCount(0);

        page.locator("[data-field=shape] label:has([value='9:16'])").click();
        page.locator("[data-act=back]").focus();
        page.keyboard().press("Tab");
        assertThat(chip()).isFocused();
        assertThat(bubble()).hasText("2K: about 1152 × 2048 pixels");
        assertThat(chip()).hasAccessibleDescription("2K: about 1152 × 2048 pixels");
    }

    @Test
    void theRealSizeIsReachedByATap() {
        visit(phone());
        enter().sample("coffee.jpg").open("new-scene");

        chip().tap();

        assertThat(bubble()).hasText("1K: about 1024 × 683 pixels");
    }

    @Test
    void aTierThatIsNotOfferedCanBeReadAndNotChosen() {
        enter().sample("coffee.jpg").open("cut-out");

        page.locator("[data-field=tier] label:has([value='4K'])")
                .click(new Locator.ClickOptions().setForce(true));

        assertThat(bubble()).hasText("4K is not offered for this.");
        assertThat(chip()).hasAttribute("data-tier", "1K");
        assertThat(page.locator("[name=tier][value='1K']")).isChecked();
    }
}
