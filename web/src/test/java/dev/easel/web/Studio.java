package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

import javax.imageio.ImageIO;

/// The Studio as somebody uses it: what they do there, and what they wait for. Each answers the same again, so that
/// a visit reads as one sentence.
///
/// Places on the photo are in its own pixels; a pointer goes to the middle of one, wherever it is on the
/// screen by then.
record Studio(Page page) {

    /// On the screen, in CSS pixels.
    record Point(double x, double y) {}

    /// Waits until it shows what its address names.
    Studio ready() {
        assertThat(page.locator("html")).hasAttribute("data-ready", "true");
        return this;
    }

    /// One of the photos that are offered, such as `coffee.jpg`.
    Studio sample(String file) {
        page.locator("[data-sample='" + file + "']").click();
        return arrived(file);
    }

    /// By the button, also in the place of the photo before.
    Studio choose(Path file) {
        page.waitForFileChooser(() -> page.locator("[data-act=choose]").click()).setFiles(file);
        return arrived(String.valueOf(file.getFileName()));
    }

    Studio choose(FilePayload file) {
        page.waitForFileChooser(() -> page.locator("[data-act=choose]").click()).setFiles(file);
        return arrived(file.name);
    }

    /// The photo of that name is there, and nothing is on its way.
    Studio arrived(String name) {
        assertThat(page.locator(".photo[data-state=there] .named")).hasText(name);
        return this;
    }

    Locator card(String workflow) {
        return page.locator(".card[data-workflow='" + workflow + "']");
    }

    Studio open(String workflow) {
        card(workflow).locator("button").click();
        return opened();
    }

    /// A workflow is configured, and its brush or pin, where it has one, can be used.
    Studio opened() {
        assertThat(page.locator("main")).hasAttribute("data-mode", "configure");
        assertThat(page.locator(".host [aria-busy]")).hasCount(0);
        return drawn();
    }

    /// Where one paints or points.
    Locator canvas() {
        return page.locator(".host > [tabindex='0']");
    }

    /// Where a pixel of the photo is now, be it out of sight.
    Point at(double x, double y) {
        var photo = page.locator(".host img");
        var box = photo.boundingBox();
        var scale =
                box.width / ((Number) photo.evaluate("photo => photo.naturalWidth")).doubleValue();
        return new Point(box.x + (x + 0.5) * scale, box.y + (y + 0.5) * scale);
    }

    /// Moves the mouse there.
    Studio point(double x, double y) {
        var at = at(x, y);
        page.mouse().move(at.x(), at.y());
        return this;
    }

    /// With the mouse, from one pixel to the next: x, y, x, y and so on.
    Studio stroke(double... pixels) {
        point(pixels[0], pixels[1]);
        page.mouse().down();
        for (int i = 2; i < pixels.length; i += 2) {
            point(pixels[i], pixels[i + 1]);
        }
        page.mouse().up();
        return drawn();
    }

    /// The brush's, in pixels of the photo.
    Studio size(int pixels) {
        page.getByLabel("Brush size in pixels").fill(String.valueOf(pixels));
        return drawn();
    }

    /// `brush`, `eraser` or `move`.
    Studio tool(String name) {
        page.locator("[data-tool='" + name + "']").click();
        return drawn();
    }

    /// A button above the stage, by its name, such as `Undo`.
    Studio press(String button) {
        page.locator(".tools")
                .getByLabel(button, new Locator.GetByLabelOptions().setExact(true))
                .click();
        return drawn();
    }

    /// By the form.
    Studio rectangle(int x, int y, int width, int height) {
        var numbers = page.locator("[data-form=rectangle]");
        if (numbers.getAttribute("open") == null) {
            numbers.locator("summary").click();
        }
        numbers.locator("[name=x]").fill(String.valueOf(x));
        numbers.locator("[name=y]").fill(String.valueOf(y));
        numbers.locator("[name=width]").fill(String.valueOf(width));
        numbers.locator("[name=height]").fill(String.valueOf(height));
        numbers.locator("[type=submit]").click();
        return drawn();
    }

    /// Pixels, as the page counts them.
    int painted() {
        drawn();
        return Integer.parseInt(
                Objects.requireNonNull(page.locator("#coverage").getAttribute("data-painted")));
    }

    /// The mask as it would be sent.
    byte[] mask() {
        var encoded =
                page.evaluate(
                        """
                        async () => {
                          const main = document.querySelector('script[type=module]').src;
                          const {editor} = await import(new URL('view/stage.js', main));
                          const bytes = new Uint8Array(await (await editor().png()).arrayBuffer());
                          return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
                        }
                        """);
        return Base64.getDecoder().decode((String) encoded);
    }

    static BufferedImage picture(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whatever was done is seen by now.
    Studio drawn() {
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
                        + " setTimeout(done))))");
        return this;
    }

    Studio prompt(String words) {
        page.locator("#prompt").fill(words);
        return this;
    }

    /// Such as `2K`.
    Studio tier(String tier) {
        page.locator("[data-field=tier] label:has([value='" + tier + "'])").click();
        assertThat(page.locator(".stage .chip")).hasAttribute("data-tier", tier);
        return this;
    }

    /// What stands in the way of an order, if anything.
    Locator beside() {
        return page.locator("#beside-apply .notice");
    }

    /// Orders what is on the page.
    Studio apply() {
        page.locator("[data-act=apply]").click();
        return this;
    }

    /// The same, and answers what was sent for it.
    JsonObject order() {
        var sent =
                page.waitForRequest(
                        request ->
                                request.method().equals("POST")
                                        && request.url().endsWith("/v1/generations"),
                        this::apply);
        return JsonParser.parseString(sent.postData()).getAsJsonObject();
    }

    /// The picture is there, checked or not.
    Studio result() {
        assertThat(page.locator(".stage")).hasAttribute("data-result", "true");
        return this;
    }

    /// What the panel said: green, amber or red; or incomplete.
    Studio verdict(String verdict) {
        assertThat(page.locator(".panel.result")).hasAttribute("data-verdict", verdict);
        return this;
    }

    /// The id of the run that is shown: the page's address has it.
    String run() {
        return page.url().replaceAll(".*/", "");
    }

    /// What the API tells of it now.
    JsonObject told() {
        var text =
                page.evaluate("async id => (await fetch(`/v1/generations/${id}`)).text()", run());
        return JsonParser.parseString((String) text).getAsJsonObject();
    }
}
