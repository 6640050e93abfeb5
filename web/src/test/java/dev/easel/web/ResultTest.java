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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The picture that came of a run: compared, judged, taken along.
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

    /// Five are in FullPanelTest: so many do not sit here.
    @Test
    void theBadgeSaysHowManyIssuesThereAreAndHasAShapeForEachVerdict() {
        var shapes = new HashMap<String, Object>();

        var studio = white().verdict("green");
        shapes.put(badge("No quality issues"), shape());
        page.locator("[data-act=back]").click();
        simulate(Scenario.CHANGED_OUTSIDE);
        studio.open("white-background").apply().verdict("amber");
        shapes.put(badge("1 quality issue detected"), shape());
        page.locator("[data-act=back]").click();
        studio.open("remove-object").rectangle(380, 120, 80, 200).apply().verdict("red");
        shapes.put(badge("2 quality issues detected"), shape());
        page.locator("[data-act=back]").click();
        simulate(Scenario.EVALUATION_NULL);
        studio.open("cut-out").apply().verdict("incomplete");
        shapes.put(badge("Check did not finish"), shape());

        assertThat(shapes).hasSize(4);
        assertThat(shapes.values()).doesNotHaveDuplicates();
    }

    private String badge(String words) {
        assertThat(page.locator("#badge")).hasText(words);
        return words;
    }

    private Object shape() {
        return page.locator("#badge svg")
                .evaluate("svg => [...svg.children].map(each => each.outerHTML).join()");
    }

    @Test
    void theDrawerHasWhatEachJudgeSaidAndTheirBoxesLieWhereTheyPoint() {
        red();
        page.locator("#badge").click();
        assertThat(page.locator("#drawer-title")).isFocused();

        var findings = findings();
        assertThat(findings).hasSizeGreaterThan(3);
        assertThat(page.locator("#drawer [data-judge]")).hasCount(findings.size());
        for (var finding : findings) {
            var said = page.locator("#drawer [data-judge=" + finding.get("judge") + "]");
            assertThat(said.locator(".reason")).hasText(String.valueOf(finding.get("reasoning")));
            assertThat(said).hasAttribute("data-result", String.valueOf(finding.get("result")));
        }
        // Whoever objects is read first.
        assertThat(page.locator("#drawer [data-judge]").first())
                .hasAttribute("data-result", "fail");
        boxesLieWhereTheyPoint(findings);

        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer")).isHidden();
        assertThat(page.locator("#badge")).isFocused();
        assertThat(page.locator(".boxes")).hasCount(0);
    }

    private void boxesLieWhereTheyPoint(List<Map<String, Object>> findings) {
        var frame = box(page.locator(".compare figure"));
        var seen = box(page.locator(".boxes rect"));
        var told = boxes(findings).getFirst();
        var scale = frame.width / 600;
        assertThat(boxes(findings)).hasSize(1);
        assertThat(seen.x - frame.x).isCloseTo(number(told, "x") * scale, within(3.0));
        assertThat(seen.y - frame.y).isCloseTo(number(told, "y") * scale, within(3.0));
        assertThat(seen.width).isCloseTo(number(told, "width") * scale, within(5.0));
    }

    @Test
    void whoDisagreesIsHeardAndSeesIt() {
        red();
        page.locator("#badge").click();
        var opinion = page.locator("[data-judge=preservation] [data-agrees=false]");
        opinion.click();

        assertThat(opinion).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Escape");
        page.locator("#badge").click();
        assertThat(opinion).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("[aria-pressed=true][data-agrees]")).hasCount(1);
    }

    @Test
    void aCheckIsRunAgainOnceHoweverOftenItIsClicked() {
        white().verdict("green");
        var sent = new Sent(page, "POST", "/v1/generations/[^/]+/evaluations");

        page.locator("[data-act=check-again]").dblclick();
        sent.await(1);
        new Studio(page).verdict("checking").verdict("green");

        assertThat(sent.count()).isEqualTo(1);
        assertThat((List<?>) generation("evaluations")).hasSize(2);
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
        red();
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
                                                .resolve("/v1/images/" + id() + "/0")
                                                .toString())
                                .body());
    }

    @Test
    void theNotesGoAlongWithTheNextTry() {
        red();
        var id = id();
        var sent = Sent.orders(page);
        simulate(Scenario.NORMAL);

        page.locator("[data-act=retry]").dblclick();
        new Studio(page).verdict("green");

        assertThat(sent.bodies()).containsExactly("{\"retry_of\":\"" + id + "\"}");
        assertThat(id()).isNotEqualTo(id);
    }

    private Studio white() {
        return enter().sample("coffee.jpg").open("white-background").apply();
    }

    private void red() {
        simulate(Scenario.CHANGED_OUTSIDE);
        enter().sample("coffee.jpg")
                .open("remove-object")
                .rectangle(380, 120, 80, 200)
                .apply()
                .verdict("red");
    }

    private static BoundingBox box(Locator locator) {
        return locator.boundingBox();
    }

    /// Of the run that is shown.
    private String id() {
        return page.url().replaceAll(".*/", "");
    }

    /// A member of it, as the API tells it.
    private Object generation(String member) {
        return page.evaluate(
                "async ([id, member]) => (await (await"
                        + " fetch(`/v1/generations/${id}`)).json())[member]",
                List.of(id(), member));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> findings() {
        var evaluation = (Map<String, Object>) generation("evaluation");
        return (List<Map<String, Object>>) Objects.requireNonNull(evaluation.get("findings"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> boxes(List<Map<String, Object>> findings) {
        return findings.stream()
                .map(finding -> (List<Map<String, Object>>) finding.get("boxes"))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    private static double number(Map<String, Object> of, String member) {
        return ((Number) Objects.requireNonNull(of.get(member))).doubleValue();
    }
}
