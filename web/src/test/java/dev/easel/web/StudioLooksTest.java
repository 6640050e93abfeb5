package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/// The Studio in each state in which nothing runs, for everybody.
class StudioLooksTest extends StudioStates {

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void whoeverComesInFindsTheirWay(String size) {
        var studio = enter(size);
        look("empty");
        page.keyboard().press("Tab");
        studio.card("restyle").locator("button").focus();
        assertThat(page.locator("#bubble")).isVisible();
        look("bubble");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog#help")).isVisible();
        look("help");
        page.keyboard().press("Escape");
        studio.sample("coffee.jpg");
        look("photo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aPhotoIsOnItsWayOrIsNone(String size) {
        enter(size);
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "notes.txt",
                                "text/plain",
                                "No photo".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".photo .notice")).isVisible();
        look("refused");
        var line = page.context().newCDPSession(page);
        line.send("Network.enable");
        line.send("Network.emulateNetworkConditions", slow());
        page.locator("#file").setInputFiles(PHOTOS.resolve("astronaut.png"));
        page.waitForFunction("() => document.querySelector('.photo progress')?.value > 20");
        look("sending");
    }

    private static JsonObject slow() {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", 60_000);
        return conditions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void theListOfWorkflowsDidNotCome(String size) {
        come(size);
        expectError("ERR_FAILED");
        page.route("**/v1/catalog", route -> route.abort());
        enter();
        assertThat(page.locator(".failed")).isVisible();
        look("catalogue-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aPhotoCannotBePaintedOn(String size) {
        come(size);
        page.route(
                "**/v1/uploads/*/complete",
                route -> {
                    var answer = route.fetch();
                    var other = answer.text().replace("\"width\":600", "\"width\":400");
                    route.fulfill(new FulfillOptions().setResponse(answer).setBody(other));
                });
        enter().sample("coffee.jpg").open("remove-object").apply();
        assertThat(page.locator("#beside-apply .notice")).isVisible();
        look("skewed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void eachKindIsConfigured(String size) {
        var studio = enter(size).sample("astronaut.jpg").open("remove-object");
        studio.apply();
        assertThat(page.locator("#beside-apply .notice")).isVisible();
        look("obstacle");
        studio.size(60).stroke(100, 100, 200, 120, 260, 220).rectangle(300, 300, 90, 60);
        look("mask");
        back();
        studio.open("point-edit");
        page.locator("[data-form=point] summary").click();
        page.locator("[data-form=point] [type=submit]").click();
        look("pin");
        back();
        studio.open("restyle").prompt("The coat and its colour");
        page.locator("#reference-file").setInputFiles(PHOTOS.resolve("flower.jpg"));
        assertThat(page.locator(".references [data-state=there]")).hasCount(1);
        look("references");
        back();
        for (var workflow : new String[] {"edit", "create", "extend", "product-set", "upscale"}) {
            studio.open(workflow);
            look(workflow);
            back();
        }
    }

    private void back() {
        page.locator("[data-act=back]").click();
        assertThat(page.locator("main")).hasAttribute("data-mode", "browse");
    }
}
