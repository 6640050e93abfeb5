package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What came of a photo, kept in a row: gone on from, compared, deleted.
class VersionsTest extends BrowserTest {

    /// The order has a number: it goes on whoever looks.
    private static final Pattern TAKEN = Pattern.compile("#/[a-z-]+/gen_");

    private Studio studio() {
        return new Studio(page);
    }

    private Locator versions() {
        return page.locator(".strip [data-version]");
    }

    private Locator version(int number) {
        return page.locator(".strip [data-version='" + number + "']");
    }

    /// One run that makes four pictures.
    private void set() {
        studio().open("product-set").apply();
    }

    private void edit(String words) {
        studio().open("edit").prompt(words).apply();
    }

    private void back() {
        page.locator("[data-act=back]").click();
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
    }

    private Studio withPhoto() {
        load();
        return studio().ready().sample("coffee.jpg");
    }

    @Test
    void fromTwoToTenVersionsStandInARowAndAnyTwoAreCompared() {
        withPhoto();
        edit("Make it late autumn");
        assertThat(versions()).hasCount(2);
        back();
        compareEachPairOf(2);
        set();
        assertThat(versions()).hasCount(6);
        back();
        set();
        assertThat(versions()).hasCount(10);
        back();

        assertThat(versions().allTextContents().stream().map(text -> text.replaceAll("\\s+", " ")))
                .allMatch(text -> text.matches("(?s).*Version \\d+ .*"));
        assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
        compareEachPairOf(10);
    }

    private List<Integer> numbers() {
        return versions().all().stream()
                .map(each -> Integer.valueOf(each.getAttribute("data-version")))
                .toList();
    }

    /// Whatever stood there before.
    private void compareEachPairOf(int count) {
        page.locator("[data-act=compare]").click();
        version(2).click();
        version(1).click();
        assertCompared(1, 2);
        var expected = new ArrayList<String>();
        for (int one = 1; one <= count; one++) {
            for (int other = one + 1; other <= count; other++) {
                expected.add(one + " " + other + " Version " + one + " Version " + other);
            }
        }
        assertThat(compareEach(count)).isEqualTo(expected);
        back();
    }

    /// What stands there after each two: which of the strip's pictures they are, and what they are called.
    private Object compareEach(int count) {
        return page.evaluate(
                """
                async count => {
                  const one = number => document.querySelector(`.strip [data-version='${number}']`);
                  const numbers = Array.from({length: count}, (_, i) => i + 1);
                  const numberOf = img => numbers.find(number => one(number).querySelector('img').src === img.src);
                  const press = async number => {
                    (one(number).closest('button') ?? one(number).querySelector('button')).click();
                    await new Promise(done => setTimeout(done));
                  };
                  const seen = [];
                  for (const a of numbers) {
                    for (const b of numbers.slice(a)) {
                      await press(b);
                      await press(a);
                      const figures = [...document.querySelectorAll('.compare figure')];
                      seen.push([...figures.map(figure => numberOf(figure.querySelector('img'))),
                        ...figures.map(figure => figure.querySelector('figcaption').textContent.trim())].join(' '));
                    }
                  }
                  return seen;
                }
                """,
                count);
    }

    private void assertCompared(int one, int other) {
        assertThat(page.locator(".strip [aria-pressed=true]")).hasCount(2);
        page.locator("[data-compare=beside]").click();
        var sides = page.locator(".compare figure");
        assertThat(sides.locator("figcaption"))
                .hasText(new String[] {"Version " + one, "Version " + other});
        assertThat(sides.nth(0).locator("img")).hasAttribute("src", source(one));
        assertThat(sides.nth(1).locator("img")).hasAttribute("src", source(other));
    }

    private String source(int number) {
        return String.valueOf(version(number).locator("img").getAttribute("src"));
    }

    @Test
    void twoOfOneShapeAreLaidOverEachOtherAndTheFirstIsSeenWhileAKeyIsHeld() {
        withPhoto();
        edit("Make it late autumn");
        assertThat(version(2)).isVisible();
        page.locator("[data-act=compare]").click();

        var slider = page.getByLabel("Compare version 1 and version 2");
        slider.focus();
        page.keyboard().press("ArrowRight");
        assertThat(slider).hasAttribute("aria-valuetext", "51% version 1, 49% version 2");
        page.keyboard().down("\\");
        assertThat(page.locator(".peeked img")).hasAttribute("src", source(1));
        page.keyboard().up("\\");
        assertThat(page.locator(".peeked")).hasCount(0);
        page.getByText("Go on from version 2").click();
        assertThat(version(2)).hasAttribute("aria-current", "true");
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
    }

    @Test
    void whoGoesOnFromAnEarlierVersionBranches() {
        withPhoto();
        edit("Make it late autumn");
        studio().result();
        page.locator("[data-act=go-on]").click();
        assertThat(version(2)).hasAttribute("aria-current", "true");

        version(1).click();
        assertThat(page.locator(".photo .named")).hasText("coffee.jpg");
        edit("Make it deep winter");
        assertThat(version(3)).containsText("from 1");
        assertThat(version(2)).not().containsText("from");
    }

    /// Nobody looks at it any more, and it is a version all the same, with what the panel found.
    @Test
    void aRunThatWasLeftAloneBecomesAVersionWithItsVerdict() {
        withPhoto();
        edit("Make it late autumn");
        page.waitForURL(TAKEN);
        back();

        assertThat(version(2).locator("[data-icon=pass]")).isVisible();
        assertThat(version(2)).containsText("No quality issues");
    }

    @Test
    void aVersionIsDeletedAndBroughtBackAndTheOriginalStays() {
        withPhoto();
        edit("Make it late autumn");
        studio().result();
        page.locator("[data-act=go-on]").click();
        page.locator("[data-act=compare]").click();

        assertThat(page.locator("[data-act=delete]")).hasText("Delete version 2");
        page.locator("[data-act=delete]").click();
        assertThat(versions()).hasCount(1);
        assertThat(page.locator("[data-act=undo]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(versions()).hasCount(2);
        page.locator("[data-act=delete]").click();
        back();
        assertThat(page.locator(".photo .named")).hasText("coffee.jpg");
        edit("Make it deep winter");
        assertThat(version(3)).isVisible();
    }

    @Test
    void aNewPhotoBeginsAnewAndThereIsAWayBack() {
        withPhoto();
        edit("Make it late autumn");
        assertThat(version(2)).isVisible();
        back();

        studio().choose(PHOTOS.resolve("flower.jpg"));
        assertThat(versions()).hasCount(1);
        page.getByText("Back to the one before").click();
        assertThat(versions()).hasCount(2);
        assertThat(page.locator(".photo .named")).hasText("coffee.jpg");
    }

    @Test
    void allOfItGoesByKeysAlone() {
        withPhoto();
        edit("Make it late autumn");
        studio().result();
        version(2).focus();
        page.keyboard().press("Enter");
        assertThat(version(2)).hasAttribute("aria-current", "true");
        assertThat(version(2)).isFocused();

        page.keyboard().press("Tab");
        assertThat(page.locator("[data-act=compare]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("h1")).hasText("Compare versions");
        page.keyboard().press("Escape");
        assertThat(page.locator("h1")).hasText("Edit with words");
    }
}
