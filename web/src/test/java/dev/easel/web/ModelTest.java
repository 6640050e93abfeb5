package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Route;

import dev.easel.routing.TierTable;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What cannot be ordered here is said at the click, without a request and without a name.
class ModelTest extends BrowserTest {

    /// Whatever is asked for from now on, but reading.
    private List<String> orders() {
        var orders = new ArrayList<String>();
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                orders.add(request.method() + " " + request.url());
            }
        });
        return orders;
    }

    /// Whoever runs the Studio reads the model in the console; whoever uses it does not.
    @Test
    void aModelThatIsNotAllowedIsSaidAtTheClickAndNamedInTheConsoleOnly() {
        var model = model();
        page.route("**/v1/catalog", route -> disallow(route, "new-scene", "2K", model));
        expectError("console: " + Pattern.quote(model));
        var studio = enter().sample("coffee.jpg").open("new-scene").prompt("On a windowsill");
        var orders = orders();
        studio.tier("2K");
        assertThat(studio.beside()).hasCount(0);

        studio.apply();

        assertThat(studio.beside()).containsText("New scene is not possible at 2K right now");
        assertThat(orders).isEmpty();
        assertThat(page.content().toLowerCase(Locale.ROOT)).doesNotContainPattern(Names.FORBIDDEN);
        studio.tier("1K");
        assertThat(studio.beside()).hasCount(0);
        studio.apply().result();
    }

    /// Who came before the allowlist was changed hears it from the server.
    @Test
    void aModelThatTheServerRefusesIsNamedInTheConsoleOnlyToo() {
        var model = model();
        var problem = new JsonObject();
        problem.addProperty("title", "This is not allowed here");
        problem.addProperty("detail", "Another tier may work.");
        problem.addProperty("code", "model-not-allowed");
        problem.addProperty("request_id", "req-1");
        problem.addProperty("model", model);
        page.route(
                "**/v1/generations",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(403)
                                        .setContentType("application/problem+json")
                                        .setBody(problem.toString())));
        expectError("403");
        expectError("console: " + Pattern.quote(model));

        var studio = enter().sample("coffee.jpg").open("new-scene").prompt("On a windowsill");
        studio.apply();

        assertThat(studio.beside())
                .containsText("This is not allowed here. Another tier may work.");
        assertThat(studio.beside().locator("code")).hasText("req-1");
        assertThat(page.content().toLowerCase(Locale.ROOT)).doesNotContainPattern(Names.FORBIDDEN);
    }

    private static String model() {
        return TierTable.STANDARD.route("new-scene", Tier.TWO_K).orElseThrow().candidates().stream()
                .findFirst()
                .orElseThrow()
                .model();
    }

    private static void disallow(Route route, String workflow, String tier, String model) {
        var answer = route.fetch();
        var catalogue = JsonParser.parseString(answer.text()).getAsJsonObject();
        var offer =
                find(
                        find(catalogue.getAsJsonArray("workflows"), "id", workflow)
                                .getAsJsonArray("tiers"),
                        "tier",
                        tier);
        var why = new JsonObject();
        why.addProperty("code", "model-not-allowed");
        why.addProperty("detail", "This is not allowed in this deployment.");
        why.addProperty("model", model);
        offer.addProperty("dispatchable", false);
        offer.add("why", why);
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(catalogue.toString()));
    }

    private static JsonObject find(JsonArray all, String name, String value) {
        for (var one : all) {
            if (one.getAsJsonObject().get(name).getAsString().equals(value)) {
                return one.getAsJsonObject();
            }
        }
        throw new AssertionError("No " + name + " is " + value);
    }

    @Test
    void whatTheCatalogueDoesNotHoldIsNotOffered() {
        var orders = orders();
        load("/#/never-was");
        var studio = new Studio(page).ready();

        assertThat(page.locator("h1")).hasText("This is not offered here");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-act=apply]")).hasCount(0);
        page.locator("[data-act=back]").click();

        assertThat(studio.card("create")).isVisible();
        assertThat(orders).isEmpty();
    }
}
