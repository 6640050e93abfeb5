package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// The picture that came of a run: compared, and taken along.
class ResultTest extends BrowserTest {

    @Test
    void theSliderMovesByKeyAndByHandAndSaysWhereItIs() {
        white().verdict("green");
        var slider = page.locator(".compare input[type=range]");

        slider.focus();
        page.keyboard().press("ArrowRight");
        assertThat(slider).hasAttribute("aria-valuetext", "51% before, 49% after");
        page.keyboard().press("PageDown");
        assertThat(slider).hasAttribute("aria-valuetext", "41% before, 59% after");
        page.keyboard().press("Home");
        assertThat(slider).hasAttribute("aria-valuetext", "0% before, 100% after");

        var frame = box(page.locator(".compare figure"));
        page.mouse().move(frame.x + frame.width * 0.4, frame.y + 40);
        page.mouse().down();
        page.mouse().move(frame.x + frame.width * 0.75, frame.y + 60);
        page.mouse().up();
        assertThat(slider).hasAttribute("aria-valuetext", "75% before, 25% after");
        var edge = box(page.locator(".compare .edge"));
        assertThat(edge.x + edge.width / 2)
                .isCloseTo(frame.x + frame.width * 0.75, within(frame.width / 100));
        assertThat(page.locator(".compare .after")).hasCSS("clip-path", "inset(0px 0px 0px 75%)");
    }

    @Test
    void whoHoldsTheKeyOrTheButtonSeesBefore() {
        white().verdict("green");

        page.keyboard().down("\\");
        assertThat(page.locator(".peeked img")).isVisible();
        page.keyboard().up("\\");
        assertThat(page.locator(".peeked")).hasCount(0);

        page.locator("[data-act=peek]").hover();
        page.mouse().down();
        assertThat(page.locator(".peeked img")).isVisible();
        page.mouse().up();
        assertThat(page.locator(".peeked")).hasCount(0);
    }

    @Test
    void thePictureComesWhereThePhotoWas() {
        var studio = enter().sample("coffee.jpg").open("white-background");
        var stage = box(page.locator(".view"));
        studio.apply();
        assertThat(page.locator(".panel.running")).isVisible();
        assertThat(box(page.locator(".view"))).usingRecursiveComparison().isEqualTo(stage);
        studio.verdict("green");

        assertThat(box(page.locator(".view"))).usingRecursiveComparison().isEqualTo(stage);
        for (var mode : List.of("beside", "after", "slider")) {
            page.locator("[data-compare=" + mode + "]").click();
            assertThat(page.locator(".compare[data-mode=" + mode + "]")).isVisible();
            assertThat(box(page.locator(".view"))).usingRecursiveComparison().isEqualTo(stage);
        }
        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
    }

    @Test
    void aRedOneIsTakenAlongOnlyByWhoSaysSo() throws IOException {
        var studio = red();
        assertThat(page.locator("[data-act=download], [data-act=go-on]")).hasCount(0);

        page.locator("[data-act=anyway]").click();
        var button = page.locator("[data-act=download]");
        assertThat(button).isFocused();
        var download = page.waitForDownload(button::click);

        assertThat(download.suggestedFilename()).isEqualTo("coffee-remove-object.png");
        assertThat(Files.readAllBytes(download.path()))
                .isEqualTo(
                        page.request()
                                .get(
                                        StudioStack.studio()
                                                .resolve("/v1/images/" + studio.run() + "/0")
                                                .toString())
                                .body());
    }

    @Test
    void theNotesGoAlongWithTheNextTry() {
        var studio = red();
        var id = studio.run();
        var sent = Sent.orders(page);
        simulate(Scenario.NORMAL);

        page.locator("[data-act=retry]").dblclick();
        studio.verdict("green");

        assertThat(sent.bodies()).containsExactly("{\"retry_of\":\"" + id + "\"}");
        assertThat(studio.run()).isNotEqualTo(id);
    }

    private Studio white() {
        return enter().sample("coffee.jpg").open("white-background").apply();
    }

    private Studio red() {
        simulate(Scenario.CHANGED_OUTSIDE);
        return enter().sample("coffee.jpg")
                .open("remove-object")
                .rectangle(380, 120, 80, 200)
                .apply()
                .verdict("red");
    }

    private static BoundingBox box(Locator locator) {
        return locator.boundingBox();
    }
}
