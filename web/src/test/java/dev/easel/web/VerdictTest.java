package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// What the panel said of a picture: in a badge, and judge by judge in the drawer.
class VerdictTest extends BrowserTest {

    /// Five are in FullPanelTest: so many do not sit here.
    @Test
    void theBadgeSaysHowManyIssuesThereAreAndHasAShapeForEachVerdict() {
        var shapes = new HashMap<String, Object>();

        var studio = enter().sample("coffee.jpg").open("white-background").apply().verdict("green");
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
        var findings = findings(red());
        page.locator("#badge").click();
        assertThat(page.locator("#drawer-title")).isFocused();

        assertThat(findings).hasSizeGreaterThan(3);
        assertThat(page.locator("#drawer [data-judge]")).hasCount(findings.size());
        for (var finding : findings) {
            var said = page.locator("#drawer [data-judge=" + text(finding, "judge") + "]");
            assertThat(said.locator(".reason")).hasText(text(finding, "reasoning"));
            assertThat(said).hasAttribute("data-result", text(finding, "result"));
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

    private void boxesLieWhereTheyPoint(List<JsonObject> findings) {
        var told = findings.stream().flatMap(finding -> objects(finding, "boxes")).toList();
        assertThat(told).hasSize(1);
        var box = told.getFirst();
        var frame = page.locator(".compare figure").boundingBox();
        var seen = page.locator(".boxes rect").boundingBox();
        var scale = frame.width / 600;
        assertThat(seen.x - frame.x).isCloseTo(box.get("x").getAsDouble() * scale, within(3.0));
        assertThat(seen.y - frame.y).isCloseTo(box.get("y").getAsDouble() * scale, within(3.0));
        assertThat(seen.width).isCloseTo(box.get("width").getAsDouble() * scale, within(5.0));
    }

    private static String text(JsonObject of, String member) {
        return of.get(member).getAsString();
    }

    @Test
    void whoDisagreesIsHeardAndSeesIt() {
        var studio = red();
        page.locator("#badge").click();
        var opinion = page.locator("[data-judge=preservation] [data-agrees=false]");
        opinion.click();

        assertThat(opinion).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Escape");
        page.locator("#badge").click();
        assertThat(opinion).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("[aria-pressed=true][data-agrees]")).hasCount(1);
        assertThat(opinions(studio)).isEqualTo(List.of("preservation: false"));
    }

    @Test
    void aCheckIsRunAgainOnceHoweverOftenItIsClicked() {
        var studio = enter().sample("coffee.jpg").open("white-background").apply().verdict("green");
        var sent = new Sent(page, "POST", "/v1/generations/[^/]+/evaluations");

        page.locator("[data-act=check-again]").dblclick();
        sent.await(1);
        studio.verdict("checking").verdict("green");

        assertThat(sent.count()).isEqualTo(1);
        assertThat(studio.told().getAsJsonArray("evaluations")).hasSize(2);
    }

    /// Both are shown, however quickly they came, and both are of the check that is read.
    @Test
    void opinionsOfTheNewestCheckAreKeptWhereverTheyCameFrom() {
        var studio = red();
        page.locator("#badge").click();
        page.locator("[data-act=check-again]").click();
        studio.verdict("checking").verdict("red");
        assertThat(page.locator("#drawer")).isHidden();
        page.locator("#badge").click();
        assertThat(page.locator("[data-judge=technical] [data-agrees=true]")).isVisible();

        page.evaluate(
                """
                () => ['preservation', 'technical'].forEach(judge =>
                  document.querySelector(`[data-judge=${judge}] [data-agrees=true]`).click())
                """);

        assertThat(page.locator("[aria-pressed=true][data-agrees]")).hasCount(2);
        assertThat((List<?>) opinions(studio)).hasSize(2);
    }

    /// Each judge's, as the API tells them.
    private static List<JsonObject> findings(Studio studio) {
        return objects(studio.told().getAsJsonObject("evaluation"), "findings").toList();
    }

    private static Stream<JsonObject> objects(JsonObject of, String member) {
        return of.getAsJsonArray(member).asList().stream().map(JsonElement::getAsJsonObject);
    }

    /// Of the newest evaluation, as the API keeps them.
    private Object opinions(Studio studio) {
        return page.evaluate(
                """
                async ([run, evaluation]) => {
                  const told = await (await fetch(`/v1/generations/${run}/evaluations/${evaluation}`)).json();
                  return told.feedback.map(({judge, agrees}) => `${judge}: ${agrees}`);
                }
                """,
                List.of(
                        studio.run(),
                        studio.told().getAsJsonObject("evaluation").get("id").getAsString()));
    }

    private Studio red() {
        simulate(Scenario.CHANGED_OUTSIDE);
        return enter().sample("coffee.jpg")
                .open("remove-object")
                .rectangle(380, 120, 80, 200)
                .apply()
                .verdict("red");
    }
}
