package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What goes with the photo: references, words, a point, a shape.
class FormTest extends BrowserTest {

    private Locator references() {
        return page.locator(".references > [data-state=there]");
    }

    private void addReferences(String... names) {
        page.locator("#reference-file")
                .setInputFiles(Stream.of(names).map(PHOTOS::resolve).toArray(Path[]::new));
    }

    @Test
    void upToFourReferencesGoAlong() {
        var studio = enter().sample("astronaut.jpg").open("restyle").prompt("The coat");
        addReferences("fig.jpg");
        assertThat(references()).hasCount(1);
        addReferences("rocket.jpg", "pagoda.jpg");
        assertThat(references()).hasCount(3);
        page.getByLabel("Remove rocket.jpg").click();
        assertThat(references()).hasCount(2);

        addReferences("flower.jpg", "dogs.jpg", "room.jpg");

        assertThat(references()).hasCount(4);
        assertThat(page.locator("#reference-file")).hasCount(0);
        assertThat(studio.beside()).containsText("There is room for 4. Left out: room.jpg.");
        page.getByLabel("Remove dogs.jpg").click();
        assertThat(studio.beside()).hasCount(0);
        addReferences("room.jpg");
        assertThat(references()).hasCount(4);
        assertThat(studio.order().getAsJsonObject("inputs").getAsJsonArray("references"))
                .hasSize(4);
        studio.result();
    }

    @Test
    void whatIsNoPictureIsNoReferenceAndSaysSo() {
        enter().sample("coffee.jpg").open("repair-area");

        page.locator("#reference-file")
                .setInputFiles(new FilePayload("notes.txt", "text/plain", new byte[] {1}));

        var refused = page.locator(".references [data-state=failed]");
        assertThat(refused).hasCount(1);
        // No browser's sign of a broken picture.
        assertThat(refused.locator("img")).isHidden();
        assertThat(page.locator("[data-field=references] .flawed"))
                .hasText(
                        "notes.txt: This is no photo that can be used. “notes.txt” is no PNG, JPEG"
                                + " or WebP.");
        page.getByLabel("Remove notes.txt").click();
        assertThat(page.locator("[data-field=references] .flawed")).hasCount(0);
    }

    /// Nothing is ordered: the point is missing. What was written is remembered all the same.
    @Test
    void earlierWordsComeBackByKeysAndByName() {
        var studio = enter().sample("coffee.jpg").open("point-edit");
        studio.prompt("A red cup").apply();
        assertThat(studio.beside()).containsText("No point is chosen");
        studio.prompt("A blue cup").apply();
        studio.prompt("A gre");
        var words = page.locator("#prompt");

        assertThat(pressed(words, "Alt+ArrowUp")).isEqualTo("A blue cup");
        assertThat(pressed(words, "Alt+ArrowUp")).isEqualTo("A red cup");
        assertThat(pressed(words, "Alt+ArrowUp")).isEqualTo("A red cup");
        assertThat(pressed(words, "Alt+ArrowDown")).isEqualTo("A blue cup");
        assertThat(pressed(words, "Alt+ArrowDown")).isEqualTo("A gre");
        page.locator(".earlier summary").click();
        page.locator(".earlier >> text=A red cup").click();
        assertThat(words).hasValue("A red cup");

        // Another day.
        page.reload();
        studio.ready();
        words.clear();
        assertThat(pressed(words, "Alt+ArrowUp")).isEqualTo("A blue cup");
    }

    private String pressed(Locator words, String keys) {
        words.press(keys);
        page.evaluate("() => new Promise(done => requestAnimationFrame(done))");
        return words.inputValue();
    }

    @Test
    void aPointIsSetByMouseByKeysAndByNumbers() {
        var studio = enter().sample("coffee.jpg").open("point-edit").prompt("A blue cup");
        var lead = page.locator(".stage .lead");
        studio.apply();
        assertThat(studio.beside()).containsText("No point is chosen");
        assertThat(studio.canvas()).isFocused();

        // By keys from where the focus is now.
        page.keyboard().press("Enter");
        assertThat(studio.beside()).hasCount(0);
        assertThat(lead).hasText("The point is at 300, 200");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowUp");
        assertThat(lead).hasText("The point is at 301, 190");
        page.keyboard().press("Delete");
        assertThat(lead).hasText("Click on what should change");
        // By mouse: placed, then dragged.
        studio.stroke(120, 80);
        assertThat(lead).hasText("The point is at 120, 80");
        studio.stroke(120, 80, 400, 300, 590, 390);
        assertThat(lead).hasText("The point is at 590, 390");
        // By numbers.
        page.locator("[data-form=point] summary").click();
        page.locator("[data-form=point] [name=x]").fill("42");
        page.locator("[data-form=point] [name=y]").fill("399");
        page.locator("[data-form=point] [type=submit]").click();
        assertThat(lead).hasText("The point is at 42, 399");

        assertThat(studio.order().getAsJsonObject("pin")).isEqualTo(pin(42, 399));
        studio.result();
    }

    private static JsonObject pin(int x, int y) {
        var pin = new JsonObject();
        pin.addProperty("x", x);
        pin.addProperty("y", y);
        return pin;
    }

    @Test
    void aPointIsSetByATap() {
        visit(phone());
        var studio = enter().sample("coffee.jpg").open("point-edit");
        studio.canvas().scrollIntoViewIfNeeded();
        var at = studio.at(120, 80);

        page.touchscreen().tap(at.x(), at.y());

        // A finger is told of whole CSS pixels, which are larger than the photo's.
        assertThat(page.locator(".stage .lead"))
                .hasText(Pattern.compile("The point is at 1(19|20|21), (79|80|81)"));
    }

    @Test
    void aShapeGoesAlongAsItWasChosen() {
        var studio = enter().sample("coffee.jpg").open("extend");
        assertThat(page.locator("[name=shape]:checked")).hasCount(0);

        page.locator("[data-field=shape] label:has([value='16:9'])").click();
        page.locator("[data-field=tier] label:has([value='2K'])").click();

        assertThat(page.locator(".stage .chip"))
                .hasAttribute("data-why", "2K: about 2048 × 1152 pixels");
        var order = studio.order();
        assertThat(order.get("aspect_ratio").getAsString()).isEqualTo("16:9");
        assertThat(order.get("tier").getAsString()).isEqualTo("2K");
        studio.result();
    }

    /// Where the photo's own shape may stay, no shape is sent.
    @Test
    void aShapeThatIsNotAskedForIsNotSent() {
        var studio = enter().sample("coffee.jpg").open("new-scene").prompt("  On a windowsill ");

        var order = studio.order();

        assertThat(order.has("aspect_ratio")).isFalse();
        assertThat(order.get("prompt").getAsString()).isEqualTo("On a windowsill");
        assertThat(List.copyOf(order.getAsJsonObject("inputs").keySet())).containsExactly("image");
        studio.result();
    }
}
